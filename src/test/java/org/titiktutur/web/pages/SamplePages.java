package org.titiktutur.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.titiktutur.production.PartText;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/** Every page in every state that looks different, filled with things that a library could have. */
final class SamplePages {

  private static final String LONG_TITLE =
      "Petunjuk Lengkap Menanam Sayuran di Pekarangan yang Sempit: dari Benih sampai ke Dapur";

  private static final String LONG_WORD =
      "mempertanggungjawabkanketidakmenyenangkannyaketerbatasanpengetahuan";

  private final Words w;

  private SamplePages(Words w) {
    this.w = w;
  }

  /** Pages by name, in one language. */
  static Map<String, String> in(Tongue tongue) {
    return new SamplePages(Words.in(tongue)).all();
  }

  private Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("shelf", Templates.shelf(visitor(Section.SHELF), shelf("", false)));
    pages.put("shelf-found", Templates.shelf(visitor(Section.SHELF), shelf("cerita", true)));
    pages.put(
        "shelf-empty",
        Templates.shelf(
            visitor(Section.SHELF),
            new ShelfView("xyz", true, languages(), formats(), List.of(), null)));
    pages.put("item", Templates.item(visitor(Section.SHELF), item(false, Faults.NONE)));
    pages.put("item-staff", Templates.item(staff(Section.SHELF), item(true, Faults.NONE)));
    pages.put(
        "item-wrong",
        Templates.item(
            staff(Section.SHELF),
            item(
                true,
                Faults.of("format", w.say("ask.fault.format"))
                    .and("speed", w.say("ask.fault.speed")))));
    pages.put("item-long", Templates.item(visitor(Section.SHELF), longWord()));
    pages.put("item-reading", Templates.item(staff(Section.SHELF), reading()));
    pages.put("item-refused", Templates.item(staff(Section.SHELF), refused()));
    pages.put("findings", Templates.findings(visitor(Section.SHELF), findings()));
    pages.put("edit", Templates.edit(staff(Section.STAFF), edit(Faults.NONE)));
    pages.put(
        "edit-wrong",
        Templates.edit(staff(Section.STAFF), edit(Faults.of("title", w.say("edit.fault.title")))));
    pages.put("contents", Templates.contents(visitor(Section.SHELF), contents()));
    pages.put("read", Templates.read(visitor(Section.SHELF), read(null)));
    pages.put("read-staff", Templates.read(staff(Section.SHELF), read("/items/01hz/lexicon")));
    pages.put("waiting", Templates.progress(staff(Section.SHELF), waiting()));
    pages.put("making", Templates.progress(staff(Section.SHELF), making()));
    pages.put("failed", Templates.progress(staff(Section.SHELF), failed()));
    pages.put("rendition", Templates.rendition(staff(Section.SHELF), rendition()));
    pages.put("listen", Templates.listen(visitor(Section.SHELF), listen()));
    pages.put("listen-early", Templates.listen(visitor(Section.SHELF), listenEarly()));
    pages.put("braille", Templates.braille(visitor(Section.SHELF), braille()));
    pages.put(
        "sign-in",
        Templates.signIn(visitor(Section.ACCOUNT), new SignInView("/", "", Faults.NONE)));
    pages.put(
        "sign-in-wrong",
        Templates.signIn(
            visitor(Section.ACCOUNT),
            new SignInView("/", "siti", Faults.of("name", w.say("sign-in.fault")))));
    pages.put("sign-out", Templates.signOut(staff(Section.ACCOUNT)));
    pages.put("account", Templates.account(staff(Section.ACCOUNT), account(false, Faults.NONE)));
    pages.put(
        "account-first",
        Templates.account(
            staff(Section.ACCOUNT),
            account(true, Faults.of("password", w.say("account.fault.new", 10)))));
    pages.put("staff", Templates.staff(staff(Section.STAFF), staffView(Faults.NONE)));
    pages.put(
        "staff-wrong",
        Templates.staff(
            staff(Section.STAFF),
            staffView(
                Faults.of("source", w.say("staff.fault.size", "peta.pdf", w.size(500_000_000)))
                    .and("source", w.say("staff.fault.empty", "kosong.txt")))));
    pages.put("lexicon", Templates.lexicon(staff(Section.STAFF), lexicon(false, Faults.NONE)));
    pages.put(
        "lexicon-wrong",
        Templates.lexicon(
            staff(Section.STAFF),
            lexicon(false, Faults.of("word", w.say("lexicon.fault.word")).and("said", "Abc “ǃ”"))));
    pages.put("lexicon-item", Templates.lexicon(staff(Section.STAFF), lexicon(true, Faults.NONE)));
    pages.put("lexeme", Templates.lexeme(staff(Section.STAFF), lexeme()));
    pages.put("outdated", Templates.outdated(staff(Section.STAFF), outdated()));
    pages.put("embossings", Templates.embossings(staff(Section.STAFF), embossings(true)));
    pages.put("embossings-none", Templates.embossings(staff(Section.STAFF), embossings(false)));
    pages.put("embossing", Templates.embossing(staff(Section.STAFF), embossing()));
    pages.put("embossing-on", Templates.embossing(staff(Section.STAFF), embossingUnderWay()));
    pages.put("help", Templates.help(visitor(Section.HELP)));
    pages.put("help-staff", Templates.help(staff(Section.HELP)));
    pages.put("problem", Templates.problem(visitor(Section.NONE), problem()));
    return pages;
  }

  private Frame visitor(Section section) {
    return new Frame(
        w, section, Optional.empty(), false, "c5rf", "", "/", name -> "/assets/" + name);
  }

  private Frame staff(Section section) {
    return new Frame(
        w, section, Optional.of("siti"), true, "c5rf", "", "/", name -> "/assets/" + name);
  }

  private List<Crumb> below(String... more) {
    List<Crumb> trail = new ArrayList<>(List.of(new Crumb(w.say("frame.shelf"), "/", null)));
    for (String title : more) {
      trail.add(new Crumb(title, "/items/01hz", w.foreign("id")));
    }
    return trail;
  }

  private List<Crumb> belowStaff() {
    return List.of(new Crumb(w.say("staff.title"), "/staff", null));
  }

  private List<Choice> languages() {
    return List.of(
        new Choice("", w.say("language.any"), true),
        new Choice("id", w.language("id"), false),
        new Choice("en", w.language("en"), false),
        new Choice("jv", w.language("jv"), false));
  }

  private List<Choice> formats() {
    List<Choice> all = new ArrayList<>(List.of(new Choice("", w.say("format.any"), true)));
    all.addAll(choices("format", "", List.of("mp3", "brf", "pef", "html", "txt"), false));
    return all;
  }

  private List<Choice> choices(String kind, String chosen, List<String> codes, boolean hints) {
    Function<String, String> hint = code -> hints ? w.say(kind + "." + code + ".hint") : "";
    return codes.stream()
        .map(code -> new Choice(code, w.of(kind, code), hint.apply(code), code.equals(chosen)))
        .toList();
  }

  private ShelfView shelf(String q, boolean search) {
    List<String> all = List.of(w.say("way.read"), w.say("way.listen"), w.say("way.braille"));
    List<String> text = List.of(w.say("way.read"));
    return new ShelfView(
        q,
        search,
        languages(),
        formats(),
        List.of(
            book("01a", "Tiga Cerita dari Kota Pelabuhan", "Ratna Sari", "id", all),
            book("01b", LONG_TITLE, "", "id", text),
            book("01c", "A Reader’s Guide", "Titik Tutur", "en", all),
            book("01d", "Ḥikāyah", "Ahmad bin Salim, Nur Hidayah", "ar", text),
            new ShelfView.Book(
                "01e",
                "Resep Dapur Nenek",
                "",
                "",
                Cover.of("01e", "Resep Dapur Nenek"),
                List.of(),
                w.say("shelf.reading"))),
        "/?cursor=01e");
  }

  private static ShelfView.Book book(
      String id, String title, String authors, String language, List<String> ways) {
    return new ShelfView.Book(id, title, authors, language, Cover.of(id, title), ways, null);
  }

  private ItemView item(boolean staff, Faults faults) {
    return new ItemView(
        "/items/01hz",
        "Tiga Cerita dari Kota Pelabuhan",
        "Ratna Sari, Budi Santoso",
        "id",
        "public-domain",
        w.say("item.source.value", "tiga-cerita.epub", w.size(1_234_567)),
        w.say("ways.text") + ", " + w.say("ways.listen") + ", " + w.say("ways.braille"),
        Cover.of("01a", "Tiga Cerita"),
        false,
        null,
        12,
        "/renditions/01r1/listen",
        "/renditions/01r2/braille",
        List.of(
            new ItemView.Had(
                "/renditions/01r1",
                "mp3",
                w.say("option.voice", "espeak:id"),
                true,
                false,
                w.duration(5400) + ", " + w.size(43_200_000),
                43_200_000,
                "/api/v1/renditions/01r1/content",
                "/renditions/01r1/listen",
                null,
                null,
                staff),
            new ItemView.Had(
                "/renditions/01r2",
                "brf",
                "",
                true,
                false,
                w.size(123_000),
                123_000,
                "/api/v1/renditions/01r2/content",
                null,
                "/renditions/01r2/braille",
                "/staff/embossings?rendition=01r2",
                false),
            new ItemView.Had(
                "/renditions/01r3",
                "pef",
                "",
                false,
                false,
                w.say("progress.making", w.say("stage.brailling"), 42),
                0,
                null,
                null,
                null,
                null,
                false),
            new ItemView.Had(
                "/renditions/01r4",
                "html",
                "",
                false,
                true,
                w.say("progress.failed"),
                0,
                null,
                null,
                null,
                null,
                false)),
        w.say("item.findings", w.count("counts.warning", 2) + ", " + w.count("counts.info", 1)),
        true,
        staff ? ask(faults) : AskForm.CLOSED,
        staff,
        staff && faults.isEmpty()
            ? Optional.of(new Notice(w.say("done.saved"), null))
            : Optional.empty());
  }

  private AskForm ask(Faults faults) {
    return new AskForm(
        true,
        choices("format", "mp3", List.of("mp3", "brf", "pef", "html", "txt"), true),
        !faults.isEmpty(),
        List.of(
            new Choice("", w.say("ask.voice.usual"), true),
            new Choice("espeak:id", w.language("id") + ": espeak:id", false)),
        faults.isEmpty() ? "" : "900",
        choices("quality", "biasa", List.of("hemat", "biasa", "arsip"), false),
        List.of(
            new Choice("", w.say("ask.braille.usual"), true),
            new Choice("id-g1", w.language("id") + ": id-g1", false)),
        "32x25",
        List.of(new Choice("18", w.say("ask.points.size", "18"), true)),
        Offers.pickers(Map.of(), w),
        faults);
  }

  private ItemView reading() {
    return unread(null, true, w.say("ways.none"));
  }

  private ItemView refused() {
    return unread(
        "pindaian.pdf adalah hasil pindai: halamannya gambar tulisan; olah dulu dengan OCR.",
        false,
        w.say("ways.refused"));
  }

  private ItemView unread(String refusal, boolean reading, String ways) {
    return new ItemView(
        "/items/01hz",
        "pindaian",
        "",
        "",
        "exception",
        w.say("item.source.value", "pindaian.pdf", w.size(12_345_678)),
        ways,
        Cover.of("01f", "pindaian"),
        reading,
        refusal,
        0,
        null,
        null,
        List.of(),
        "",
        false,
        AskForm.CLOSED,
        true,
        Optional.empty());
  }

  private FindingsView findings() {
    return new FindingsView(
        "/items/01hz",
        "Tiga Cerita dari Kota Pelabuhan",
        below("Tiga Cerita dari Kota Pelabuhan"),
        w.say("item.findings", w.count("counts.error", 1) + ", " + w.count("counts.info", 1)),
        sampleFindings());
  }

  private List<FindingView> sampleFindings() {
    return List.of(
        new FindingView(
            "error", "bad", "Bab 4 rusak dan tidak terbaca.", w.say("place.part", 4), "/read/4"),
        new FindingView(
            "warning",
            "warn",
            "Gambar peta.png tidak mempunyai deskripsi.",
            w.say("place.page", 2, "17"),
            "/read/2#s3"),
        new FindingView("info", "", "Bahasa buku dikenali dari kata-katanya.", null, "/read/1"));
  }

  private EditView edit(Faults faults) {
    return new EditView(
        "/items/01hz",
        "Tiga Cerita dari Kota Pelabuhan",
        below("Tiga Cerita dari Kota Pelabuhan"),
        3,
        faults.isEmpty() ? "Tiga Cerita dari Kota Pelabuhan" : "",
        "Ratna Sari\nBudi Santoso",
        languages(),
        rights(),
        "tiga-cerita.epub",
        faults);
  }

  private List<Choice> rights() {
    return choices(
        "rights", "exception", List.of("public-domain", "open", "licensed", "exception"), true);
  }

  private ContentsView contents() {
    return new ContentsView(
        "Tiga Cerita dari Kota Pelabuhan",
        "id",
        below("Tiga Cerita dari Kota Pelabuhan"),
        List.of(
            new ContentsView.Entry(1, "Kapal yang Tidak Berangkat", "/items/01hz/read/1"),
            new ContentsView.Entry(2, "Warung di Ujung Dermaga", "/items/01hz/read/2"),
            new ContentsView.Entry(3, "Surat dari Makassar", "/items/01hz/read/3")));
  }

  private ReadView read(String lexicon) {
    return new ReadView(
        "Tiga Cerita dari Kota Pelabuhan",
        "Warung di Ujung Dermaga",
        new Language("id", Origin.DECLARED),
        2,
        3,
        below("Tiga Cerita dari Kota Pelabuhan"),
        null,
        out -> out.writeContent(PartText.html(part())),
        "/items/01hz/read/1",
        "/items/01hz/read",
        "/items/01hz/read/3",
        lexicon);
  }

  private static Part part() {
    Language id = new Language("id", Origin.DECLARED);
    Block table =
        new Block.Table(
            id,
            List.of(text("s10", "Harga di warung")),
            List.of(
                row(cell(true, "s11", "Makanan"), cell(true, "s12", "Harga")),
                row(cell(false, "s13", "Nasi pecel"), cell(false, "s14", "Rp12.000"))));
    return new Part(
        2,
        "Warung di Ujung Dermaga",
        1,
        id,
        List.of(
            new Block.PageStart("17"),
            new Block.Heading(1, id, List.of(text("s1", "Warung di Ujung Dermaga"))),
            new Block.Paragraph(
                id,
                List.of(
                    new Sentence(
                        "s2",
                        "Pemilik warung itu selalu berkata good morning1 kepada siapa saja.",
                        List.of(
                            new Mark.Passage(34, 46, new Language("en", Origin.DETECTED)),
                            new Mark.NoteReference(46, 47, "n1"))),
                    new Sentence(
                        "s3",
                        "Bahkan pada malam hari, ketika lampu sudah padam.",
                        List.of(new Mark.Emphasis(0, 6, false), new Mark.PageStart(7, "18"))))),
            new Block.Note(
                "n1", "1", List.of(new Block.Paragraph(id, List.of(text("s4", "Selamat pagi."))))),
            new Block.Heading(3, id, List.of(text("s5", "Daftar harga"))),
            table,
            new Block.Listing(
                true,
                1,
                List.of(item("s6", "Cuci sayuran."), item("s7", "Rebus air sampai mendidih."))),
            new Block.Image(
                id,
                "dermaga.jpg",
                List.of(text("s8", "Perahu kayu tertambat di dermaga saat senja.")),
                List.of(text("s9", "Dermaga lama, 1978"))),
            new Block.SceneBreak(),
            new Block.Quotation(
                List.of(
                    new Block.Paragraph(
                        new Language("ar", Origin.DECLARED),
                        List.of(text("s15", "السلام عليكم")))))));
  }

  private static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  private static Block.Cell cell(boolean header, String id, String words) {
    return new Block.Cell(header, 1, 1, paragraph(id, words));
  }

  private static Block.Item item(String id, String words) {
    return new Block.Item(paragraph(id, words));
  }

  private static List<Block> paragraph(String id, String words) {
    return List.of(
        new Block.Paragraph(new Language("id", Origin.DECLARED), List.of(text(id, words))));
  }

  private static Sentence text(String id, String words) {
    return new Sentence(id, words, List.of());
  }

  private ProgressView waiting() {
    return progress(
        true, 0, w.say("progress.waiting.place", 3), w.say("progress.no-estimate"), "brf");
  }

  private ProgressView making() {
    return progress(
        true,
        42,
        w.say("progress.making", w.say("stage.speaking"), 42),
        w.say("progress.estimate", w.duration(200)),
        "mp3");
  }

  private ProgressView failed() {
    return progress(
        false, 42, w.say("progress.failed"), "Suara espeak:xx tidak ada di sini.", "mp3");
  }

  private ProgressView progress(
      boolean underWay, int percent, String sentence, String detail, String format) {
    return new ProgressView(
        "/renditions/01r1",
        w.say("progress.heading", w.of("format", format), "Tiga Cerita dari Kota Pelabuhan"),
        below("Tiga Cerita dari Kota Pelabuhan"),
        underWay,
        percent,
        "/api/v1/renditions/01r1/events",
        sentence,
        detail,
        underWay && percent > 0 ? w.say("listen.making", "1", "3") : null,
        underWay && percent > 0 ? "/renditions/01r1/listen" : null,
        true,
        Optional.empty());
  }

  private RenditionView rendition() {
    return new RenditionView(
        "/renditions/01r1",
        "/items/01hz",
        w.say("progress.heading", w.of("format", "mp3"), "Tiga Cerita dari Kota Pelabuhan"),
        below("Tiga Cerita dari Kota Pelabuhan"),
        w.duration(5400) + ", " + w.size(43_200_000),
        w.say("option.voice", "espeak:id"),
        "/renditions/01r1/listen",
        null,
        "/api/v1/renditions/01r1/content",
        43_200_000,
        List.of(
            new RenditionView.File(
                "01 Kapal yang Tidak Berangkat.mp3",
                "/api/v1/renditions/01r1/files/01.mp3",
                w.duration(1800) + ", " + w.size(14_400_000)),
            new RenditionView.File(
                "02 Warung di Ujung Dermaga.mp3",
                "/api/v1/renditions/01r1/files/02.mp3",
                w.duration(3600) + ", " + w.size(28_800_000))),
        w.say("item.findings", w.count("counts.warning", 1)),
        true,
        "/staff/embossings?rendition=01r1",
        Optional.of(new Notice(w.say("done.already"), null)));
  }

  private ListenView listen() {
    List<ListenView.Chapter> chapters =
        List.of(
            chapter(1, "Kapal yang Tidak Berangkat", 1800),
            chapter(2, "Warung di Ujung Dermaga", 3600),
            chapter(3, "Surat dari Makassar", 44));
    return new ListenView(
        "01r1",
        "Tiga Cerita dari Kota Pelabuhan",
        "Ratna Sari",
        "id",
        below("Tiga Cerita dari Kota Pelabuhan"),
        chapters,
        chapters.get(1),
        chapters.get(0),
        chapters.get(2),
        null,
        null,
        "/api/v1/renditions/01r1/content",
        43_552_000,
        5444);
  }

  private ListenView listenEarly() {
    List<ListenView.Chapter> chapters =
        List.of(
            chapter(1, "Kapal yang Tidak Berangkat", 1800),
            new ListenView.Chapter(
                2, "Warung di Ujung Dermaga", "/renditions/01r1/listen?part=2", null, 0, 0),
            chapter(3, "Surat dari Makassar", 44));
    return new ListenView(
        "01r1",
        "Tiga Cerita dari Kota Pelabuhan",
        "Ratna Sari",
        "id",
        below("Tiga Cerita dari Kota Pelabuhan"),
        chapters,
        chapters.get(0),
        null,
        null,
        w.say("listen.making", "2", "3"),
        "/api/v1/renditions/01r1/events",
        null,
        0,
        0);
  }

  private static ListenView.Chapter chapter(int number, String name, double seconds) {
    return new ListenView.Chapter(
        number,
        name,
        "/renditions/01r1/listen?part=" + number,
        "/sound/" + number + ".mp3",
        seconds,
        (long) (seconds * 8000));
  }

  private BrailleView braille() {
    List<BrailleView.Row> rows = new ArrayList<>();
    rows.add(new BrailleView.Row("\u2800\u2800\u2820\u281E\u280A\u281B\u2801", "  Tiga"));
    rows.add(new BrailleView.Row("", ""));
    for (int i = 0; i < 22; i++) {
      rows.add(
          new BrailleView.Row("⠠⠅⠁⠏⠁⠇⠀⠊⠞⠥⠀⠞⠊⠙⠁⠅⠀⠚⠁⠙⠊⠀⠃⠑⠗⠁⠝⠛⠅⠁⠞", "Kapal itu tidak jadi berangkat"));
    }
    rows.add(new BrailleView.Row("⠀".repeat(30) + "⠼⠉", "3"));
    return new BrailleView(
        "/renditions/01r2/braille",
        "Tiga Cerita dari Kota Pelabuhan",
        "id",
        w.of("format", "brf"),
        below("Tiga Cerita dari Kota Pelabuhan"),
        3,
        40,
        rows,
        "/renditions/01r2/braille?page=2",
        "/renditions/01r2/braille?page=4",
        "/api/v1/renditions/01r2/content",
        123_000);
  }

  private AccountView account(boolean mustChange, Faults faults) {
    return new AccountView(
        "siti",
        mustChange,
        10,
        mustChange ? null : "tt_5sQ0e1rYv2kX8mB7nZ4cW9aL3pD6fGhJ",
        List.of(
            new AccountView.Token(
                "01t", "katalog", w.say("account.token.made", "24 November 2026"))),
        faults,
        Optional.empty());
  }

  private StaffView staffView(Faults faults) {
    return new StaffView(
        w.size(500_000_000),
        languages(),
        rights(),
        w.count("staff.reading", 1),
        List.of(
            new StaffView.Row(
                "01a",
                "Tiga Cerita dari Kota Pelabuhan",
                "id",
                "public-domain",
                w.say("state.ready"),
                "good",
                w.say("item.findings", w.count("counts.warning", 2)),
                true,
                List.of(
                    new StaffView.Failed(
                        "01r4",
                        "mp3",
                        w.say("staff.failed", w.of("format", "mp3"), "Pekerja mati.")))),
            new StaffView.Row(
                "01b",
                LONG_TITLE + " " + LONG_WORD,
                "en",
                "exception",
                w.say("state.reading"),
                "",
                null,
                false,
                List.of()),
            new StaffView.Row(
                "01c",
                "pindaian",
                "",
                "licensed",
                w.say("state.refused"),
                "bad",
                "pindaian.pdf adalah hasil pindai.",
                false,
                List.of())),
        "/staff?cursor=01c",
        List.of(new StaffView.Deleted("01d", "Naskah lama", "id")),
        faults,
        faults.isEmpty()
            ? Optional.of(new Notice(w.say("done.deleted"), "/items/01d/restore"))
            : Optional.empty());
  }

  private LexiconView lexicon(boolean item, Faults faults) {
    return new LexiconView(
        item ? "/items/01hz/lexicon" : "/staff/lexicon",
        item ? "Tiga Cerita dari Kota Pelabuhan" : null,
        item ? "id" : "",
        item ? below("Tiga Cerita dari Kota Pelabuhan") : belowStaff(),
        wordForm("/staff/lexicon", item, faults),
        "",
        w.count("lexicon.count", 41),
        List.of(
            lexiconRow("01w1", "KBBI", "id", w.say("lexicon.as", "kamus besar bahasa Indonesia")),
            lexiconRow("01w2", "Ngaglik", "id", "/ŋaˈɡliʔ/"),
            lexiconRow("01w3", "Reading", "en", "/ˈrɛdɪŋ/"),
            lexiconRow("01w4", LONG_WORD, "id", w.say("lexicon.as", LONG_WORD))),
        "/staff/lexicon?cursor=01w4#words",
        List.of(
            new LexiconView.Export(
                w.say("lexicon.export", w.language("id"), 40), "/staff/lexicon/pls/id")),
        w.count("lexicon.outdated", 2),
        faults,
        faults.isEmpty() && !item
            ? Optional.of(
                new Notice(
                    w.said("said") + " " + w.count("lexicon.holding", 3),
                    "/staff/lexicon/undo/01d"))
            : Optional.empty());
  }

  private WordForm wordForm(String action, boolean heard, Faults faults) {
    return new WordForm(
        action,
        0,
        languages().subList(1, 4),
        heard ? "dermaga" : "",
        heard ? "ipa" : "alias",
        heard ? "dərˈmaɡa" : "",
        "2",
        "s3",
        heard
            ? new WordForm.Occurrence(
                "Warung di ujung ", "dermaga", " itu tutup.", "id", "/items/01hz/read/2#s3")
            : null,
        heard
            ? new WordForm.Heard("/sound/1.mp3", "dərmˈaɡa", "/sound/2.mp3", w.say("lexicon.held"))
            : null,
        faults);
  }

  private LexiconView.Row lexiconRow(String id, String word, String language, String said) {
    return new LexiconView.Row(
        id, word, language, said, w.say("lexicon.by", "siti", "24 November 2026"), "/sound/1.mp3");
  }

  private WordView lexeme() {
    return new WordView(
        "/staff/lexicon/words/01w1",
        "KBBI",
        true,
        belowStaff(),
        wordForm("/staff/lexicon/words/01w1", true, Faults.NONE),
        List.of(new WordView.Title("Tiga Cerita dari Kota Pelabuhan", "/items/01hz/lexicon", "id")),
        w.count("lexicon.uncounted", 2),
        List.of(
            new WordView.State("KBBI: /kabebeˈi/", "siti, 24 November 2026"),
            new WordView.State(w.say("lexicon.taken-out"), "budi, 23 November 2026")),
        Optional.empty());
  }

  private OutdatedView outdated() {
    return new OutdatedView(
        belowStaff(),
        List.of(
            new OutdatedView.Row(
                "Tiga Cerita dari Kota Pelabuhan", "/renditions/01r1", "id", "mp3"),
            new OutdatedView.Row(LONG_TITLE + " " + LONG_WORD, "/renditions/01r2", "id", "epub3")),
        w.count("lexicon.outdated.go", 2),
        Optional.empty());
  }

  private EmbossingsView embossings(boolean devices) {
    return new EmbossingsView(
        belowStaff(),
        devices ? List.of(new Choice("ruang-baca", "ruang-baca", true)) : List.of(),
        devices ? new EmbossingsView.Braille("01r2", "Tiga Cerita", 40) : null,
        "",
        "1",
        devices
            ? List.of(
                new EmbossingsView.Run(
                    "01e1",
                    "Tiga Cerita",
                    "ruang-baca",
                    interrupted(),
                    "bad",
                    w.say("run.progress", 7, 40)))
            : List.of(),
        Faults.NONE,
        Optional.empty());
  }

  private EmbossingView embossing() {
    return new EmbossingView(
        "/staff/embossings/01e1",
        "Tiga Cerita",
        belowStaff(),
        false,
        7,
        40,
        "bad",
        interrupted() + ". " + w.say("run.progress", 7, 40),
        w.say("run.from.hint"),
        "ruang-baca",
        w.say("emboss.all"),
        1,
        false,
        true,
        true,
        true,
        "8",
        Faults.NONE,
        Optional.empty());
  }

  private EmbossingView embossingUnderWay() {
    return new EmbossingView(
        "/staff/embossings/01e2",
        "Tiga Cerita",
        belowStaff(),
        true,
        7,
        40,
        "",
        EmbossingPages.state("sending", phrases()) + ". " + w.say("run.progress", 7, 40) + ".",
        null,
        "ruang-baca",
        w.say("run.range", 1, 40),
        1,
        false,
        true,
        true,
        false,
        "",
        Faults.NONE,
        Optional.empty());
  }

  /** Nothing that a person writes may push a page out of its frame. */
  private ItemView longWord() {
    ItemView usual = item(false, Faults.NONE);
    return new ItemView(
        usual.path(),
        LONG_WORD + " " + LONG_TITLE,
        LONG_WORD,
        usual.language(),
        usual.rights(),
        w.say("item.source.value", LONG_WORD + ".epub", w.size(1_234_567)),
        usual.waysOfReading(),
        usual.cover(),
        false,
        null,
        12,
        usual.listen(),
        usual.braille(),
        usual.renditions(),
        usual.findings(),
        true,
        AskForm.CLOSED,
        false,
        Optional.empty());
  }

  private String interrupted() {
    return EmbossingPages.state("interrupted", phrases());
  }

  private Phrases phrases() {
    Tongue tongue = w.tag().equals("id") ? Tongue.INDONESIAN : Tongue.ENGLISH;
    return new Phrases("embossing", tongue);
  }

  private ProblemView problem() {
    return new ProblemView(
        "Tidak ditemukan",
        "Halaman ini tidak ada di sini.",
        "Periksa alamatnya, atau cari judulnya di rak.",
        "01hzxk",
        true);
  }
}
