package org.titiktutur.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** What answers at our doors, as Jersey understands it. */
final class Routes {

  private Routes() {}

  static Set<String> of(List<Object> resources) {
    Set<String> routes = new TreeSet<>();
    for (Object resource : resources) {
      Resource model = Resource.from(resource.getClass());
      if (model != null) {
        collect("", model, routes);
      }
    }
    return routes;
  }

  private static void collect(String above, Resource resource, Set<String> routes) {
    String path =
        (above + "/" + resource.getPath()).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    for (ResourceMethod method : resource.getResourceMethods()) {
      routes.add(
          method.getHttpMethod()
              + " "
              + path.replaceAll("\\{(\\w+) *:(?:[^{}]|\\{[^}]*})*}", "{$1}"));
    }
    for (Resource child : resource.getChildResources()) {
      collect(path, child, routes);
    }
  }

  /** Whether a path is one that the route describes. */
  static boolean fits(String route, String method, String path) {
    String[] words = route.split(" ", 2);
    String pattern = words[1].replaceAll("\\{\\w+}", "[^/]+");
    return words[0].equals(method) && path.matches(pattern);
  }
}
