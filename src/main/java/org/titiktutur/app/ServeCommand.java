package org.titiktutur.app;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.titiktutur.catalog.Item;
import org.titiktutur.patrons.People;
import org.titiktutur.storage.InUseException;
import org.titiktutur.storage.NewerDatabaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code titik serve}: the service, until a signal ends it. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", descriptionKey = "serve.port")
  private String port;

  @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "serve.host")
  private String host;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "serve.data")
  private Path data;

  @Option(names = "--demo", descriptionKey = "serve.demo")
  private boolean demo;

  @Option(names = "--keys", descriptionKey = "serve.keys")
  private boolean keys;

  private final Shell shell;

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (keys) {
      for (ConfigurationKey key : ConfigurationKey.values()) {
        shell.out().println("# " + shell.words().say("config." + key.key()));
        shell.out().println("# " + key.variable());
        shell.out().println(key.key() + " = " + key.usual());
      }
      shell.out().println("# " + shell.words().say("config.embosser"));
      return Exit.MADE;
    }
    Configuration configuration;
    try {
      configuration = configuration();
    } catch (Configuration.WrongSettingException e) {
      shell.complain(e.sentence(), e.arguments());
      return Exit.USAGE;
    }
    Optional<String> token =
        Optional.ofNullable(System.getenv("TITIK_TOKEN")).filter(value -> !value.isBlank());
    LogFile.begin(configuration);
    Service service;
    try {
      service = new Service(configuration, token);
    } catch (InUseException e) {
      shell.complain(
          e.isServer() ? "serve.in-use.server" : "serve.in-use",
          e.isServer() ? configuration.database() : configuration.data());
      return Exit.FAULT;
    } catch (NewerDatabaseException e) {
      shell.complain("serve.newer", configuration.database());
      return Exit.FAULT;
    } catch (Service.NoAdministratorException e) {
      shell.complain("serve.no-password", configuration.host(), configuration.data());
      return Exit.USAGE;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Thread atExit =
        new Thread(
            () -> {
              service.close();
              ended.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      service.start();
    } catch (BindException | UnresolvedAddressException e) {
      shell.complain("serve.address-taken", configuration.host(), configuration.port());
      service.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
      return Exit.FAULT;
    } catch (IOException e) {
      service.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
      if (e.getCause() instanceof BindException) {
        shell.complain("serve.address-taken", configuration.host(), configuration.port());
        return Exit.FAULT;
      }
      throw e;
    }
    if (demo) {
      Demo library = new Demo(service.production(), shell);
      Optional<Item> showpiece = library.fill();
      introduce(service);
      if (showpiece.isPresent()) {
        library.make(showpiece.get(), service.address());
      }
    } else {
      introduce(service);
    }
    ended.await();
    return Exit.MADE;
  }

  private Configuration configuration() throws Configuration.WrongSettingException, IOException {
    Map<ConfigurationKey, String> flags = new EnumMap<>(ConfigurationKey.class);
    if (port != null) {
      flags.put(ConfigurationKey.PORT, port);
    }
    if (host != null) {
      flags.put(ConfigurationKey.HOST, host);
    }
    Path folder = data != null ? data : Configuration.usualData(System::getenv);
    return Configuration.read(folder.toAbsolutePath().normalize(), flags, System.getenv());
  }

  /** One address, and on the first start how to sign in: the only time that these are shown. */
  private void introduce(Service service) {
    URI address = service.address();
    shell.out().println(shell.words().say("serve.ready", address));
    Optional<People.Introduction> first = service.introduction();
    if (first.isPresent()) {
      shell
          .out()
          .println(shell.words().say("serve.sign-in", first.get().name(), first.get().password()));
      first
          .get()
          .token()
          .ifPresent(token -> shell.out().println(shell.words().say("serve.token", token)));
    }
    shell.out().flush();
  }
}
