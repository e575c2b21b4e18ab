package org.titiktutur.braille;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sides of paper on the disk, until it is known into which volumes they go. */
final class Spool implements AutoCloseable {

  private final Path file;
  private final DataOutputStream out;

  /** For the cells of a row, without what all of them begin with, U+28. */
  private final byte[] bytes = new byte[PageFormat.MOST_CELLS];

  /** Writes to a new file. */
  Spool(Path file) throws IOException {
    this.file = file;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  void put(Side side) throws IOException {
    out.writeUTF(side.printPage());
    out.writeByte(side.rows().size());
    for (Row row : side.rows()) {
      String cells = row.cells();
      out.writeByte(cells.length());
      for (int i = 0; i < cells.length(); i++) {
        bytes[i] = (byte) cells.charAt(i);
      }
      out.write(bytes, 0, cells.length());
      out.writeByte(row.runs().size());
      for (Run run : row.runs()) {
        out.writeByte(run.column());
        out.writeByte(run.cells());
        out.writeInt(run.at());
        out.writeUTF(run.sentence());
      }
    }
  }

  /** All sides in the order in which they were put; nothing can be put any more. */
  Reader read() throws IOException {
    out.close();
    return new Reader(file);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }

  /** Reads the sides back; what began with their rows is not among it. */
  static final class Reader implements AutoCloseable {
    private final DataInputStream in;

    private Reader(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    Side next() throws IOException {
      String printPage = in.readUTF();
      int count = in.readUnsignedByte();
      List<Row> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rows.add(row());
      }
      return new Side(rows, Side.Opening.NOTHING, printPage);
    }

    private Row row() throws IOException {
      byte[] bytes = in.readNBytes(in.readUnsignedByte());
      char[] cells = new char[bytes.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = (char) (BrailleBlock.BLANK | (bytes[i] & 0xFF));
      }
      int count = in.readUnsignedByte();
      List<Run> runs = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int column = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        int at = in.readInt();
        runs.add(new Run(column, length, in.readUTF(), at));
      }
      return Row.text(new String(cells), runs, false);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
