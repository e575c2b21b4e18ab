package org.titiktutur.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Role;
import org.titiktutur.patrons.WeakPasswordException;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.InUseException;
import org.titiktutur.storage.NewerDatabaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code titik user}: who may sign in, while the service is stopped. */
@Command(name = "user")
final class UserCommand implements Callable<Integer> {

  /** What is done. */
  enum Action {
    LIST,
    ADD,
    PASSWORD,
    RESET,
    REMOVE
  }

  @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "user.action")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "user.name")
  private String name;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "serve.data")
  private Path data;

  private final Shell shell;

  UserCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (name == null && action != Action.LIST) {
      shell.complain("usage.missing", "NAME", "user");
      return Exit.USAGE;
    }
    Path folder = data != null ? data : Configuration.usualData(System::getenv);
    Configuration configuration;
    try {
      configuration =
          Configuration.read(
              folder.toAbsolutePath().normalize(), java.util.Map.of(), System.getenv());
    } catch (Configuration.WrongSettingException e) {
      shell.complain(e.sentence(), e.arguments());
      return Exit.USAGE;
    }
    try (Database database = Database.open(configuration.database())) {
      return run(new People(database));
    } catch (InUseException e) {
      shell.complain("user.in-use", configuration.data());
      return Exit.FAULT;
    } catch (NewerDatabaseException e) {
      shell.complain("serve.newer", configuration.database());
      return Exit.FAULT;
    }
  }

  private int run(People people) throws IOException {
    return switch (action) {
      case LIST -> {
        for (Person person : people.list()) {
          shell.out().println(person.name() + "\t" + person.role().code());
        }
        yield Exit.MADE;
      }
      case ADD -> told(people.add(name, Role.ADMINISTRATOR), "user.taken");
      case RESET -> told(people.reset(name), "user.nobody");
      case PASSWORD -> choose(people);
      case REMOVE -> {
        if (!people.remove(name)) {
          shell.complain("user.nobody", name);
          yield Exit.USAGE;
        }
        yield Exit.MADE;
      }
    };
  }

  private int told(Optional<String> password, String otherwise) {
    if (password.isEmpty()) {
      shell.complain(otherwise, name);
      return Exit.USAGE;
    }
    shell.out().println(shell.words().say("user.one-time", name, password.get()));
    return Exit.MADE;
  }

  /** The password is read from standard input, without an echo where a person types it. */
  @SuppressWarnings("SystemConsoleNull") // null or not a terminal: then it comes through a pipe
  private int choose(People people) throws IOException {
    if (people.list().isEmpty()) {
      // Before the first start: whoever sets the password here makes the administrator.
      people.begin(Optional.empty());
    }
    String password;
    if (shell.terminal() && System.console() != null) {
      shell.err().print(shell.words().say("user.type") + " ");
      shell.err().flush();
      password = new String(System.console().readPassword());
    } else {
      password =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
    try {
      if (password == null || !people.choose(name, password)) {
        shell.complain("user.nobody", name);
        return Exit.USAGE;
      }
      return Exit.MADE;
    } catch (WeakPasswordException e) {
      shell.complain("user.weak", e.shortest());
      return Exit.USAGE;
    }
  }
}
