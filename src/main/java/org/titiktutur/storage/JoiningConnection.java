package org.titiktutur.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection as a library gets to see it. */
final class JoiningConnection {

  private static final Set<String> OF_THE_TRANSACTION =
      Set.of("close", "commit", "rollback", "setAutoCommit");

  private JoiningConnection() {}

  /**
   * The connection of a transaction that the library takes part in, and can neither end nor close.
   */
  static Connection joined(Connection connection) {
    return view(connection, () -> {}, OF_THE_TRANSACTION);
  }

  /** A connection of the library's own; it is given back when it is closed, once. */
  static Connection own(Connection connection, Runnable giveBack) {
    AtomicBoolean closed = new AtomicBoolean();
    return view(
        connection,
        () -> {
          if (closed.compareAndSet(false, true)) {
            giveBack.run();
          }
        },
        Set.of("close"));
  }

  private static Connection view(Connection connection, Runnable onClose, Set<String> withheld) {
    return (Connection)
        Proxy.newProxyInstance(
            JoiningConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (withheld.contains(method.getName())) {
                if (method.getName().equals("close")) {
                  onClose.run();
                }
                return null;
              }
              return call(connection, method, arguments);
            });
  }

  private static Object call(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
