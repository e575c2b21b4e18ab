package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time runs twenty times as fast here as in a library: a second and a half stands for thirty. */
class SlowClientsTest {

  private static final int FASTER = 20;
  private static final SlowClients.Patience PATIENCE =
      new SlowClients.Patience(
          SlowClients.Patience.USUAL.idle().dividedBy(FASTER),
          SlowClients.Patience.USUAL.grace().dividedBy(FASTER),
          SlowClients.Patience.USUAL.slowest() * FASTER);
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int SLOW_PHONE = 8_000 * FASTER;
  private static final int BOOK = 700_000;

  private static Doors doors;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    doors = new Doors(folder, "", Proxies.NONE, PATIENCE, "x".repeat(BOOK));
  }

  @AfterAll
  static void close() {
    doors.close();
  }

  @Test
  void aPatronWithASlowPhoneGetsTheWholeBook() throws IOException {
    try (Socket phone = connect()) {
      send(phone, "GET /file HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      InputStream in = phone.getInputStream();
      byte[] piece = new byte[SLOW_PHONE / 20];
      int bytes = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        bytes += read;
        LockSupport.parkNanos(read * 1_000_000_000L / SLOW_PHONE);
      }
      assertThat(bytes).isGreaterThan(BOOK);
    }
  }

  @Test
  void aHeadThatDripsIsCutOff() {
    assertThat(drips("GET /page HTTP/1.1\r\nHost: a\r\n", "X: y\r\n")).isTrue();
  }

  @Test
  void aBodyThatDripsIsCutOff() {
    assertThat(
            drips(
                String.join(
                    "\r\n",
                    "POST /form HTTP/1.1",
                    "Host: a",
                    "Authorization: Bearer rahasia",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 90000",
                    "",
                    ""),
                "a"))
        .isTrue();
  }

  @Test
  void anAnswerThatIsHardlyFetchedIsCutOffWhileOthersAreServed() throws Exception {
    try (Socket slow = connect()) {
      send(slow, "GET /file HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      InputStream in = slow.getInputStream();
      int read = 0;
      long until = System.nanoTime() + 3 * PATIENCE.grace().toNanos();
      for (; System.nanoTime() < until; LockSupport.parkNanos(20_000_000)) {
        read += in.read() < 0 ? 0 : 1;
        assertThat(doors.get("/api/who").statusCode()).isIn(200, 429);
      }
      int left = 0;
      try {
        left = in.readAllBytes().length;
      } catch (IOException e) {
        // Reset: cut off all the same.
      }
      assertThat(read + left).isLessThan(BOOK);
    }
  }

  /** Whether somebody who sends a little again and again is hung up on. */
  private static boolean drips(String begin, String drop) {
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          try (Socket socket = connect()) {
            send(socket, begin);
            while (true) {
              LockSupport.parkNanos(PATIENCE.idle().toNanos() / 10);
              send(socket, drop);
            }
          } catch (IOException e) {
            return true;
          }
        });
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 << 10);
    socket.setSoTimeout((int) SOON.toMillis());
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), doors.at("/").getPort()));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
