package org.titiktutur.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.Tongue;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/**
 * How items and renditions look to a visitor, and whether this visitor may see them: every resource
 * finds them here.
 */
final class Shapes {

  static final String ROOT = "/api/v1";

  private final Production production;

  Shapes(Production production) {
    this.production = production;
  }

  /**
   * An item that the visitor may see.
   *
   * @throws ProblemException {@code not-found}
   */
  Item item(Visitor visitor, String id) {
    return production
        .items()
        .find(id)
        .filter(visitor::maySee)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  /**
   * A rendition of an item that the visitor may see.
   *
   * @throws ProblemException {@code not-found}
   */
  Rendition rendition(Visitor visitor, String id) {
    Optional<Rendition> found = production.renditions().find(id);
    return found
        .filter(
            rendition ->
                production.items().find(rendition.item()).filter(visitor::maySee).isPresent())
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  ItemJson shape(Visitor visitor, Item item) {
    String refusal =
        production.shelf().refusal(item, Words.findings(visitor.tongue())).orElse(null);
    List<RenditionJson> renditions =
        production.renditions().ofItem(item.id()).stream()
            .map(rendition -> shape(visitor, rendition))
            .toList();
    return ItemJson.of(item, refusal, renditions);
  }

  RenditionJson shape(Visitor visitor, Rendition rendition) {
    String problem =
        production.wishes().problem(rendition, Words.renditions(visitor.tongue())).orElse(null);
    return RenditionJson.of(
        rendition, problem, visitor.link(ROOT + "/renditions/" + rendition.id()));
  }

  /** The whole address of something of ours. */
  static URI address(ContainerRequestContext request, String path) {
    return request.getUriInfo().getBaseUri().resolve("api/v1" + path);
  }

  /** A segment of a path, or a value of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** Sentences in both languages. */
  static final class Words {
    private static final Phrases FINDINGS_ID = new Phrases("findings", Tongue.INDONESIAN);
    private static final Phrases FINDINGS_EN = new Phrases("findings", Tongue.ENGLISH);
    private static final Phrases RENDITIONS_ID = new Phrases("renditions", Tongue.INDONESIAN);
    private static final Phrases RENDITIONS_EN = new Phrases("renditions", Tongue.ENGLISH);

    private static final Phrases EMBOSSING_ID = new Phrases("embossing", Tongue.INDONESIAN);
    private static final Phrases EMBOSSING_EN = new Phrases("embossing", Tongue.ENGLISH);

    private Words() {}

    static Phrases findings(Tongue tongue) {
      return tongue == Tongue.INDONESIAN ? FINDINGS_ID : FINDINGS_EN;
    }

    static Phrases renditions(Tongue tongue) {
      return tongue == Tongue.INDONESIAN ? RENDITIONS_ID : RENDITIONS_EN;
    }

    static Phrases embossing(Tongue tongue) {
      return tongue == Tongue.INDONESIAN ? EMBOSSING_ID : EMBOSSING_EN;
    }
  }
}
