package org.titiktutur.web.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Page;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Search;
import org.titiktutur.production.Interpreter;
import org.titiktutur.production.Production;
import org.titiktutur.web.Visitor;

/** The shelf, and looking for something on it. */
@Path("/")
public final class ShelfPages {

  private final Production production;
  private final Frames frames;

  ShelfPages(Production production, Frames frames) {
    this.production = production;
    this.frames = frames;
  }

  @GET
  @Produces(Frames.HTML)
  public Response shelf(
      @Context ContainerRequestContext request,
      @QueryParam("q") String q,
      @QueryParam("language") String language,
      @QueryParam("format") String format,
      @QueryParam("cursor") String cursor) {
    Visitor visitor = Visitor.of(request);
    Frame frame = frames.of(request, Section.SHELF);
    Words w = frame.w();
    Optional<String> words = asked(q);
    Optional<String> inLanguage = asked(language);
    Optional<String> asFormat = asked(format);
    Page<Item> found =
        production
            .items()
            .list(
                new Search(
                    words.orElse(""),
                    inLanguage,
                    asFormat,
                    visitor.maySee(),
                    Search.USUAL,
                    asked(cursor)));
    boolean search = words.isPresent() || inLanguage.isPresent() || asFormat.isPresent();
    return Frames.page(
        Templates.shelf(
            frame,
            new ShelfView(
                words.orElse(""),
                search,
                languages(visitor, inLanguage.orElse(""), w),
                formats(asFormat.orElse(""), w),
                found.items().stream().map(item -> book(item, w)).toList(),
                found.next().map(next -> next(words, inLanguage, asFormat, next)).orElse(null))));
  }

  private static Optional<String> asked(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String next(
      Optional<String> words, Optional<String> language, Optional<String> format, String cursor) {
    StringBuilder path = new StringBuilder("/?");
    words.ifPresent(text -> path.append("q=").append(encoded(text)).append('&'));
    language.ifPresent(tag -> path.append("language=").append(encoded(tag)).append('&'));
    format.ifPresent(code -> path.append("format=").append(encoded(code)).append('&'));
    return path.append("cursor=").append(encoded(cursor)).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Choice> languages(Visitor visitor, String chosen, Words w) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", w.say("language.any"), chosen.isEmpty()));
    for (String tag : production.items().languages(visitor.maySee()).keySet()) {
      choices.add(new Choice(tag, w.language(tag), tag.equals(chosen)));
    }
    return choices;
  }

  private List<Choice> formats(String chosen, Words w) {
    return Stream.concat(
            Stream.of(new Choice("", w.say("format.any"), chosen.isEmpty())),
            production.interpreter().formats().stream()
                .map(Interpreter.FormatRow::format)
                .map(
                    format ->
                        new Choice(
                            format.code(),
                            w.of("format", format.code()),
                            format.code().equals(chosen))))
        .toList();
  }

  private ShelfView.Book book(Item item, Words w) {
    return new ShelfView.Book(
        item.id(),
        item.title(),
        String.join(", ", item.authors()),
        item.language(),
        Cover.of(item.id(), item.title()),
        ways(item, w),
        switch (item.state()) {
          case READING -> w.say("shelf.reading");
          case REFUSED -> w.say("shelf.refused");
          case READY -> null;
        });
  }

  private List<String> ways(Item item, Words w) {
    if (item.state() != Item.State.READY) {
      return List.of();
    }
    List<Rendition> renditions = production.renditions().ofItem(item.id());
    List<String> ways = new ArrayList<>(List.of(w.say("way.read")));
    if (renditions.stream().anyMatch(RenditionWords::plays)) {
      ways.add(w.say("way.listen"));
    }
    if (renditions.stream().anyMatch(RenditionWords::hasPages)) {
      ways.add(w.say("way.braille"));
    }
    return ways;
  }
}
