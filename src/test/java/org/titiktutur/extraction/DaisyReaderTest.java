package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talking books as other producers make them. */
class DaisyReaderTest {

  private static final String DTBOOK =
      """
      <?xml version="1.0"?>
      <!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN"
       "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">
      <dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-3" xml:lang="id">
      <head><meta name="dtb:uid" content="uid-1"/><meta name="dc:Title" content="Buku Baru"/>
      <meta name="dc:Creator" content="Siti"/></head>
      <book><frontmatter><doctitle>Buku Baru</doctitle><docauthor>Siti</docauthor>
      <level1 class="print_toc"><h1>Isi</h1><list type="pl"><li>Bab 1 … 3</li></list></level1>
      </frontmatter><bodymatter>
      <level1 id="l1"><pagenum page="front" id="p1">iv</pagenum><h1>Bab 1</h1>
      <p><sent id="a">Satu.</sent><sent id="b">Dua<noteref idref="#n1" id="r1">1</noteref>.</sent>
      Kata <em>ini</em> <span xml:lang="en">and these words</span>.</p>
      <note id="n1"><p>Catatan dua.</p></note>
      <level2><h2>Anak</h2>
      <list type="ol" start="4"><li><lic>Empat</lic><lic>12</lic></li><li>Lima</li></list>
      <linegroup><line>Aku ini</line><line>binatang jalang</line></linegroup>
      <imggroup><img id="i1" src="gambar/laut.jpg" alt="laut"/>
      <caption imgref="i1">Gambar 1</caption>
      <prodnote imgref="i1" render="optional">Ombak memecah di karang.</prodnote></imggroup>
      <img src="b.jpg" alt="Sebuah perahu"/>
      <table><caption>Harga</caption><thead><tr><th>Buah</th><th>Rp</th></tr></thead>
      <tbody><tr><td>Apel</td><td>5.000</td></tr></tbody></table>
      <sidebar render="optional"><hd>Sisipan</hd><p>Di tepi.</p></sidebar>
      <p class="precedingseparator">Setelah jeda.</p></level2></level1>
      <level1><h1>Bab 2</h1><level><hd>Lagi</hd><p>Akhir.</p></level></level1>
      </bodymatter></book></dtbook>
      """;

  private static final String AS_READ =
      """
      part 1 (Bab 1)
        page iv
        h1 [s1 Bab 1]
        p [s2 Satu.] [s3 Dua^n1:1^.] [s4 Kata *ini* {en:and these words}.]
        note n1 ()
          p [s5 Catatan dua.]
        h2 [s6 Anak]
        ol 4
          -
            p [s7 Empat 12]
          -
            p [s8 Lima]
        lines [s9 Aku ini] [sa binatang jalang]
        image laut.jpg [sb Ombak memecah di karang.]
          caption [sc Gambar 1]
        image b.jpg [sd Sebuah perahu]
        table [se Harga]
          row
            th
              p [sf Buah]
            th
              p [sg Rp]
          row
            td
              p [sh Apel]
            td
              p [si 5.000]
        h2 [sj Sisipan]
        p [sk Di tepi.]
        break
        p [sl Setelah jeda.]
      part 1 (Bab 2)
        h1 [sm Bab 2]
        h2 [sn Lagi]
        p [so Akhir.]
      """;

  @TempDir Path folder;

  @Test
  void aDtbookDocumentAlone() throws Exception {
    Trial trial = Trial.of(Files.writeString(folder.resolve("buku.xml"), DTBOOK));
    assertThat(trial.publication.metadata().title()).isEqualTo("Buku Baru");
    assertThat(trial.publication.metadata().authors()).containsExactly("Siti");
    assertThat(trial.publication.metadata().identifier()).isEqualTo("uid-1");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id");
    assertThat(trial.text()).isEqualTo(AS_READ);
    assertThat(trial.findings()).anyMatch(finding -> finding.startsWith("navigation-skipped"));
  }

  @Test
  void theSameInADaisy3Package() throws Exception {
    String opf =
        """
        <package xmlns="http://openebook.org/namespaces/oeb-package/1.0/" unique-identifier="uid">
        <metadata><dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:Title>Judul Paket</dc:Title><dc:Creator>Siti</dc:Creator><dc:Language>id</dc:Language>
        <dc:Identifier id="uid">paket-1</dc:Identifier><dc:Publisher>Yayasan</dc:Publisher>
        <dc:Date>2009-02-07</dc:Date></dc-metadata></metadata>
        <manifest><item id="t" href="buku.xml" media-type="application/x-dtbook+xml"/>
        <item id="s" href="a.smil" media-type="application/smil"/>
        <item id="ncx" href="a.ncx" media-type="application/x-dtbncx+xml"/></manifest>
        <spine><itemref idref="s"/></spine></package>
        """;
    Trial trial =
        Trial.of(
            new DaisyFixture()
                .file("buku/paket.opf", opf)
                .file("buku/buku.xml", DTBOOK)
                .file("buku/a.mp3", "x")
                .write(folder.resolve("buku.zip")));
    assertThat(trial.publication.metadata().title()).isEqualTo("Judul Paket");
    assertThat(trial.publication.metadata().identifier()).isEqualTo("paket-1");
    assertThat(trial.publication.metadata().publisher()).isEqualTo("Yayasan");
    assertThat(trial.text()).isEqualTo(AS_READ);
    assertThat(trial.findings()).contains("audio-not-taken-over 1");
    assertThat(trial.units).contains("buku/buku.xml");
  }

  @Test
  void aDaisy3BookOfSoundHasItsHeadings() throws Exception {
    String opf =
        """
        <package><metadata><dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:Title>Suara</dc:Title><dc:Language>id</dc:Language></dc-metadata></metadata>
        <manifest><item id="s" href="a.smil" media-type="application/smil"/>
        <item id="ncx" href="a.ncx" media-type="application/x-dtbncx+xml"/></manifest>
        <spine><itemref idref="s"/></spine></package>
        """;
    String ncx =
        """
        <ncx><docTitle><text>Suara</text></docTitle><navMap>
        <navPoint><navLabel><text>Bab satu</text></navLabel><content src="a.smil#a"/>
        <navPoint><navLabel><text>Di dalamnya</text></navLabel><content src="a.smil#b"/></navPoint>
        </navPoint>
        <navPoint><navLabel><text>Bab dua</text></navLabel><content src="a.smil#c"/></navPoint>
        </navMap></ncx>
        """;
    Trial trial =
        Trial.of(
            new DaisyFixture()
                .file("p.opf", opf)
                .file("a.ncx", ncx)
                .file("a.mp3", "x")
                .write(folder.resolve("suara.zip")));
    assertThat(trial.plain()).isEqualTo("Bab satu Di dalamnya Bab dua");
    assertThat(trial.findings()).contains("audio-not-taken-over 1");
  }

  @Test
  void aDaisy202BookWithText() throws Exception {
    String ncc =
        DaisyFixture.ncc(
            "<h1 class='title' id='t'><a href='2.smil#p0'>Buku Lama</a></h1>"
                + "<h1 id='h1'><a href='2.smil#p0'>Bab 1</a></h1>"
                + "<span class='page-normal' id='s1'><a href='2.smil#p1'>7</a></span>"
                + "<h2 id='h2'><a href='1.smil#p0'>Anak</a></h2>");
    String seven = "<html xmlns='http://www.w3.org/1999/xhtml'><body>";
    String two =
        seven
            + "<h1 id='a'><a href='2.smil#p0'>Bab 1</a></h1>"
            + "<span class='page-normal' id='b'>7</span>"
            + "<p id='c'>Sebuah kalimat<a class='noteref' id='r' href='2.smil#p3'>*</a> saja.</p>"
            + "<div class='notebody' id='n'><p>Sebuah catatan.</p></div>"
            + "<p><img src='laut.jpg' alt=''/></p><div class='prodnote' id='d'>Laut tenang.</div>"
            + "<p>Buah itu <b>manis</b>.</p></body></html>";
    String smil =
        "<smil><body><seq><par id='p0'><text id='t0' src='2.html#a'/></par>"
            + "<par id='p1'><text id='t1' src='2.html#b'/></par>"
            + "<par id='p2'><text id='t2' src='2.html#c'/></par>"
            + "<seq><par id='p3'><text id='t3' src='2.html#r'/></par>"
            + "<par id='p4' system-required='footnote-on'><text id='t4' src='2.html#n'/></par></seq>"
            + "</seq></body></smil>";
    Trial trial =
        Trial.of(
            new DaisyFixture()
                .file("Buku/NCC.HTML", ncc)
                .file("Buku/1.smil", DaisyFixture.smil("1.html#a"))
                .file("Buku/2.smil", smil)
                .file(
                    "Buku/1.html",
                    seven + "<h1><span id='a'>Anak</span></h1><p>Terakhir.</p></body></html>")
                .file("Buku/2.html", two)
                .file("Buku/2.mp3", "x")
                .write(folder.resolve("lama.zip")));
    assertThat(trial.publication.metadata().title()).isEqualTo("Buku Lama");
    assertThat(trial.publication.metadata().authors()).containsExactly("Siti");
    assertThat(trial.publication.metadata().date()).isEqualTo("2009-02-07");
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 (Bab 1)
              h1 [s1 Bab 1]
              page 7
              p [s2 Sebuah kalimat^n1:*^ saja.]
              note n1 ()
                p [s3 Sebuah catatan.]
              image laut.jpg [s4 Laut tenang.]
              p [s5 Buah itu **manis**.]
              h2 [s6 Anak]
              p [s7 Terakhir.]
            """);
    assertThat(trial.units).startsWith("Buku/2.html", "Buku/1.html");
  }

  @Test
  void aDaisy202BookOfSoundHasItsHeadingsAndPages() throws Exception {
    String ncc =
        DaisyFixture.ncc(
            "<h1 class='title' id='t'><a href='1.smil#p0'>Buku Lama</a></h1>"
                + "<h1 id='h1'><a href='1.smil#p0'>Bab 1</a></h1>"
                + "<span class='page-normal' id='s1'><a href='1.smil#p1'>7</a></span>"
                + "<h2 id='h2'><a href='1.smil#p2'>Anak</a></h2>");
    Trial trial =
        Trial.of(
            new DaisyFixture()
                .file("ncc.html", ncc)
                .file("1.smil", DaisyFixture.smil("ncc.html#h1", "ncc.html#s1", "ncc.html#h2"))
                .file("1.mp3", "x")
                .file("2.mp3", "x")
                .write(folder.resolve("suara.zip")));
    assertThat(trial.plain()).isEqualTo("Buku Lama Bab 1 Anak");
    assertThat(trial.findings()).contains("audio-not-taken-over 2");
    assertThat(trial.text()).contains("7");
  }
}
