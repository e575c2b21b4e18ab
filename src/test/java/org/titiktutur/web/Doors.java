package org.titiktutur.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.titiktutur.patrons.Doorkeeper;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Role;

/** A server with three doors: a file, a form and a fault; and somebody who comes to them. */
final class Doors implements AutoCloseable {

  static final String CONTENT = "0123456789abcdefghij";
  static final String SHA = "c0ffee";
  static final String NAME = "Laskar “Pelangi” — bab 1.txt";
  static final long UPLOAD_LIMIT = 1000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final java.nio.file.Path folder;
  private final Server server;

  Doors(java.nio.file.Path folder) throws IOException {
    this(
        folder,
        "/titik",
        Proxies.here(Proxies.Dialect.X_FORWARDED),
        SlowClients.Patience.USUAL,
        CONTENT);
  }

  Doors(
      java.nio.file.Path folder,
      String prefix,
      Proxies proxies,
      SlowClients.Patience patience,
      String content)
      throws IOException {
    this.folder = folder;
    WebSettings settings =
        new WebSettings("127.0.0.1", 0, prefix, proxies, UPLOAD_LIMIT, 40, false, folder);
    server =
        new Server(
            settings,
            new OneGuest(),
            new PlainProblemPage(),
            failure -> false,
            List.of(new Door(folder, content, new Forms(settings))),
            patience);
    server.start();
  }

  /** Knows one token and one session. */
  private static final class OneGuest implements Doorkeeper {
    private static final Person GUEST = new Person("1", "Sari", Role.ADMINISTRATOR, false);

    @Override
    public Optional<Person> bySession(String session) {
      return Optional.of(GUEST).filter(guest -> session.equals("sesi"));
    }

    @Override
    public Optional<Person> byToken(String token) {
      return Optional.of(GUEST).filter(guest -> token.equals("rahasia"));
    }

    @Override
    public String formToken(String carrier) {
      return "form-of-" + carrier;
    }
  }

  /** Resources. */
  @Path("/")
  public static final class Door {
    private final java.nio.file.Path file;
    private final long length;
    private final Forms forms;

    Door(java.nio.file.Path folder, String content, Forms forms) throws IOException {
      this.file = Files.writeString(folder.resolve("content"), content);
      this.length = content.length();
      this.forms = forms;
    }

    @GET
    @Path("/file")
    public Response file(@Context ContainerRequestContext request) {
      return FileContent.answer(
          request, new FileContent.Source(file, length, SHA, NAME, "text/plain"));
    }

    @HEAD
    @Path("/file")
    public Response head(@Context ContainerRequestContext request) {
      return file(request);
    }

    @GET
    @Path("/page")
    @Produces("text/html;charset=utf-8")
    public String page(@Context ContainerRequestContext request) {
      return Visitor.of(request).csrf();
    }

    @POST
    @Path("/form")
    @Produces("text/plain;charset=utf-8")
    public String form(
        @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
        throws IOException {
      try (Form form = forms.read(request, servlet)) {
        StringBuilder answer = new StringBuilder(form.texts("name").toString());
        for (SentFile upload : form.files("source")) {
          answer.append(upload.name()).append('=').append(Files.readString(upload.file()));
        }
        return answer.toString();
      }
    }

    @GET
    @Path("/staff")
    public String staff(@Context ContainerRequestContext request) {
      return Visitor.of(request).requireAdministrator().name();
    }

    /** Who comes, as we see it. */
    @GET
    @Path("/api/who")
    public String who(@Context ContainerRequestContext request) {
      Visitor visitor = Visitor.of(request);
      return String.join(
          " ",
          Flood.address(request),
          request.getUriInfo().getBaseUri().toString(),
          visitor.link("/x"),
          String.valueOf(visitor.secure()));
    }

    @GET
    @Path("/fault")
    public String fault(@Context ContainerRequestContext request) {
      if (request.hasEntity()) {
        return "";
      }
      throw new IllegalStateException("org.titiktutur.secret");
    }
  }

  URI at(String path) {
    return server.address().resolve(path.substring(1));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends these very bytes and reads until the server hangs up. */
  Raw raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return Raw.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** An answer as it came. */
  record Raw(int status, Map<String, String> headers, String body) {
    static Raw of(String text) {
      String[] parts = text.split("\r\n\r\n", 2);
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      String[] lines = parts[0].split("\r\n");
      for (int i = 1; i < lines.length; i++) {
        String[] sides = lines[i].split(": ", 2);
        headers.put(sides[0], sides[1]);
      }
      return new Raw(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
    }
  }

  /** Files that wait to be taken. */
  List<String> uploadsLeft() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> !n.equals("content"))
          .toList();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
