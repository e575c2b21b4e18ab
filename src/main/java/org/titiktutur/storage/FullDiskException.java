package org.titiktutur.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * There is no room left. What was to be written is not there, not even in part; what was there
 * before can still be read.
 */
public final class FullDiskException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_IOERR_WRITE = 778;
  private static final String POSTGRESQL_DISK_FULL = "53100";

  FullDiskException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  FullDiskException(String message) {
    super(message, new IOException(message));
  }

  /**
   * Throws this if that is why something failed, however deep it lies; else comes back.
   *
   * @param thrown null is never a full disk
   */
  public static void check(Throwable thrown) {
    int depth = 0;
    for (Throwable each = thrown; each != null && depth < 20; each = each.getCause(), depth++) {
      if (each instanceof FullDiskException full) {
        throw full;
      }
      if (says(each)) {
        throw new FullDiskException(
            each instanceof IOException io ? io : new IOException(each.getMessage(), thrown));
      }
    }
  }

  private static boolean says(Throwable thrown) {
    if (thrown instanceof SQLException sql) {
      return (sql.getErrorCode() & 0xff) == SQLITE_FULL
          || sql.getErrorCode() == SQLITE_IOERR_WRITE
          || POSTGRESQL_DISK_FULL.equals(sql.getSQLState());
    }
    return thrown instanceof IOException && noSpace(String.valueOf(thrown.getMessage()));
  }

  /** The JDK has no type for it, and the system's words are translated nowhere in the JDK. */
  private static boolean noSpace(String message) {
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("There is not enough space on the disk");
  }
}
