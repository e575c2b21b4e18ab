package org.titiktutur.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.async.AsyncContextDelegateProviderImpl;
import org.glassfish.jersey.servlet.spi.AsyncContextDelegateProvider;
import org.titiktutur.patrons.Doorkeeper;

/**
 * Jersey on Jetty, HTTP/1.1, with Jetty's limits on: connections, requests at a time, sizes, and
 * how slow a client may be.
 */
public final class Server implements AutoCloseable {

  private static final int CONNECTIONS = 1000;
  private static final int REQUESTS_AT_A_TIME = 240;
  private static final int REQUESTS_WAITING = 1000;
  private static final int THREADS = 280;

  /** So that slow readers from one place leave room for others. */
  private static final int THREADS_OF_ONE_ADDRESS = 100;

  private static final int CONNECTIONS_OF_ONE_ADDRESS = 250;

  /**
   * Bytes of an answer that wait in the system. Small, so that a slow reader is seen to read: the
   * system says so only when a third of them is gone.
   */
  private static final int SEND_BUFFER = 64 << 10;

  /**
   * Jersey warns of every resource that is an object rather than a class. Held here, because a
   * logger that nobody holds forgets its level.
   */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

  static {
    JERSEY.setLevel(Level.SEVERE);
  }

  private final WebSettings settings;
  private final org.eclipse.jetty.server.Server jetty;
  private final ServerConnector connector;

  /**
   * Prepares everything but the port.
   *
   * @param diskFull tells the failures that mean so
   * @param resources of Jersey, made by hand; each asks for its {@link Visitor}
   */
  public Server(
      WebSettings settings,
      Doorkeeper doorkeeper,
      ProblemPage page,
      Predicate<Throwable> diskFull,
      List<Object> resources) {
    this(settings, doorkeeper, page, diskFull, resources, SlowClients.Patience.USUAL);
  }

  Server(
      WebSettings settings,
      Doorkeeper doorkeeper,
      ProblemPage page,
      Predicate<Throwable> diskFull,
      List<Object> resources,
      SlowClients.Patience patience) {
    this.settings = settings;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4, 60_000);
    threads.setName("web");
    jetty = new org.eclipse.jetty.server.Server(threads);
    connector =
        new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http(settings, patience)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(patience.idle().toMillis());
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    jetty.addConnector(connector);
    jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));

    ServerErrors errors = new ServerErrors(settings.prefix(), page);
    jetty.setErrorHandler(errors);
    ServletContextHandler context =
        new ServletContextHandler(
            settings.prefix().isEmpty() ? "/" : settings.prefix(), false, false);
    context.setErrorHandler(errors);
    ServletHolder jersey =
        new ServletHolder(
            "jersey",
            new ServletContainer(jersey(settings, doorkeeper, page, diskFull, resources)));
    jersey.setInitOrder(1);
    jersey.setAsyncSupported(true);
    jersey
        .getRegistration()
        .setMultipartConfig(
            new MultipartConfigElement(
                settings.scratch().toString(), requestLimit(settings), requestLimit(settings), 0));
    context.addServlet(jersey, "/*");

    SizeLimitHandler sizes = new SizeLimitHandler(requestLimit(settings), -1);
    sizes.setHandler(context);
    ThreadLimitHandler ofOneAddress =
        new ThreadLimitHandler(sizes, null, false) {
          @Override
          protected String getRemoteIP(Request request) {
            return Flood.network(String.valueOf(request.getAttribute(Flood.REMOTE)));
          }
        };
    ofOneAddress.setThreadLimit(THREADS_OF_ONE_ADDRESS);
    QoSHandler atATime = new QoSHandler(ofOneAddress);
    atATime.setMaxRequestCount(REQUESTS_AT_A_TIME);
    atATime.setMaxSuspendedRequestCount(REQUESTS_WAITING);
    atATime.setMaxSuspend(Duration.ofSeconds(10));
    SlowClients slow =
        new SlowClients(
            new SecurityHeaders(atATime), patience, settings.proxies(), CONNECTIONS_OF_ONE_ADDRESS);
    connector.addBean(slow, false);
    jetty.setHandler(new GracefulHandler(slow));
    jetty.setStopTimeout(2_000);
  }

  private static long requestLimit(WebSettings settings) {
    return settings.uploadLimit() * Forms.FILES_AT_ONCE + Forms.AROUND_FILE;
  }

  private static HttpConfiguration http(WebSettings settings, SlowClients.Patience patience) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(8 << 10);
    http.setIdleTimeout(patience.idle().toMillis());
    if (!settings.proxies().areNone()) {
      http.addCustomizer(new Forwarding(settings.proxies()));
    }
    return http;
  }

  private static ResourceConfig jersey(
      WebSettings settings,
      Doorkeeper doorkeeper,
      ProblemPage page,
      Predicate<Throwable> diskFull,
      List<Object> resources) {
    ResourceConfig config = new ResourceConfig();
    // Nothing is looked for: what there is is registered here.
    config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.BV_FEATURE_DISABLE, true);
    config.property(ServerProperties.JSON_BINDING_FEATURE_DISABLE, true);
    config.property(ServerProperties.JSON_PROCESSING_FEATURE_DISABLE, true);
    config.property(ServerProperties.MOXY_JSON_FEATURE_DISABLE, true);
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true);
    config.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            // Answers that come bit by bit; without it Jersey takes us for a server of 2008.
            bind(new AsyncContextDelegateProviderImpl()).to(AsyncContextDelegateProvider.class);
          }
        });
    config.register(new Json());
    config.register(new FileContent.Writer());
    config.register(new Problems(settings.prefix(), page, diskFull));
    config.register(
        new Gate(
            doorkeeper,
            settings.prefix(),
            new Flood(settings.requestsAMinute(), !settings.proxies().areNone())));
    resources.forEach(config::register);
    return config;
  }

  /**
   * Opens the port.
   *
   * @throws IOException where the address is taken or is not ours
   */
  public void start() throws IOException {
    try {
      jetty.start();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens; the port is the real one. */
  public URI address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + settings.prefix() + "/");
  }

  /** Lets what is under way end for two seconds, then hangs up. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
