package org.titiktutur.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document: which routes it describes, and whether an answer is as it says. */
final class Description {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();

  Description() throws IOException {
    try (InputStream in = Description.class.getResourceAsStream("/api/openapi.json")) {
      document = MAPPER.readTree(in);
    }
  }

  JsonNode document() {
    return document;
  }

  /** {@code GET /api/v1/items/{id}} and so on. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          routes.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return routes;
  }

  /**
   * Holds an answer to the document.
   *
   * @param route as {@link #routes} has it
   * @return what is wrong with it; empty if nothing is
   */
  String check(String route, int status, String mediaType, String body) throws IOException {
    String[] words = route.split(" ", 2);
    String method = words[0].toLowerCase(Locale.ROOT);
    JsonNode responses = document.path("paths").path(words[1]).path(method).path("responses");
    boolean described = responses.has(String.valueOf(status));
    if (!described && status < 400) {
      return route + " does not describe " + status;
    }
    String pointer =
        "/paths/"
            + words[1].replace("~", "~0").replace("/", "~1")
            + "/"
            + method
            + "/responses/"
            + (described ? status : "default");
    JsonNode response = document.at(pointer);
    if (response.has("$ref")) {
      pointer = response.path("$ref").textValue().substring(1);
      response = document.at(pointer);
    }
    if (!response.has("content")) {
      return body.isEmpty() ? "" : route + " " + status + " should be empty";
    }
    String type = mediaType.replaceFirst(";.*", "");
    if (!response.path("content").has(type)) {
      return response.path("content").has("*/*") ? "" : route + " does not describe " + type;
    }
    if (!type.endsWith("json")) {
      return "";
    }
    String schema = pointer + "/content/" + type.replace("/", "~1") + "/schema";
    Set<ValidationMessage> wrong = schema(schema).validate(MAPPER.readTree(body));
    return wrong.isEmpty() ? "" : route + " " + status + ": " + wrong + "\n" + body;
  }

  /** Holds an object to one of the schemas by name. */
  Set<ValidationMessage> validate(String name, String json) throws IOException {
    return schema("/components/schemas/" + name).validate(MAPPER.readTree(json));
  }

  private JsonSchema schema(String pointer) {
    return byPointer.computeIfAbsent(
        pointer,
        key ->
            schemas.getSchema(
                SchemaLocation.of(
                    "classpath:api/openapi.json#" + key.replace("{", "%7B").replace("}", "%7D"))));
  }
}
