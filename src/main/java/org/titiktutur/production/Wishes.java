package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.titiktutur.braille.BrailleTables;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.catalog.StoredPublication;
import org.titiktutur.jobs.Lane;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

/** Wishes for renditions, and what became of them. Safe for any thread. */
public final class Wishes {

  /** Characters times {@link Recipe#weight}: about four hours of sound. */
  private static final long LONG_WORK = 100L * 200_000;

  private final Stores stores;
  private final Benches benches;
  private final Wholes wholes;
  private final Lexicons lexicons;

  Wishes(Stores stores, Benches benches, Lexicons lexicons) {
    this.stores = stores;
    this.benches = benches;
    this.lexicons = lexicons;
    this.wholes = new Wholes(stores, benches);
  }

  /**
   * Wishes for a rendition. The same wish twice is one piece of work; one that failed or was
   * cancelled begins again.
   *
   * @param options by the names of the API; what the format has not is left out
   * @return empty if there is no such item
   * @throws NotHereException if there is no recipe for the format or no such table
   */
  public Optional<Wish> wish(String item, Format format, Map<String, String> options)
      throws NotHereException, BadOptionException, UnusableSourceException {
    Optional<Item> found = stores.items().find(item);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().state() == Item.State.REFUSED) {
      throw new UnusableSourceException(item);
    }
    Recipe recipe = Recipes.of(format);
    Map<String, String> asked = WishOptions.of(format, options);
    checkTable(format, WishOptions.parse(asked));
    Wish wish =
        stores
            .database()
            .write(handle -> write(stores.items().find(item).orElseThrow(), recipe, asked));
    stores.watchers().changed(wish.rendition().id());
    return Optional.of(wish);
  }

  /** Cancels what is under way; it stays to be seen, as cancelled, and can be retried. */
  public void cancel(String id) {
    if (stores.renditions().cancel(id)) {
      stores.jobs().stop(MakingJob.KIND, id);
      stores.watchers().changed(id);
    }
  }

  /**
   * Removes a rendition, cancelled first if it is under way; what was made for it goes too, unless
   * others of its item need it.
   *
   * @return false if there is no such rendition
   */
  public boolean remove(String id) {
    Optional<Rendition> last =
        stores
            .database()
            .write(
                handle -> {
                  stores.renditions().cancel(id);
                  Optional<Rendition> found = stores.renditions().find(id);
                  found.ifPresent(this::removeWithPieces);
                  return found;
                });
    last.ifPresent(
        gone -> {
          stores.jobs().stop(MakingJob.KIND, id);
          stores.watchers().ended(gone);
        });
    return last.isPresent();
  }

  private void removeWithPieces(Rendition rendition) {
    stores.renditions().remove(rendition.id());
    WishOptions.Kind kind = kind(rendition);
    boolean shared =
        stores.renditions().ofItem(rendition.item()).stream()
            .filter(other -> other.publication().equals(rendition.publication()))
            .anyMatch(other -> kind(other) == kind);
    if (!shared) {
      rendition
          .publication()
          .ifPresent(
              text ->
                  kind.pieces().forEach(each -> stores.publications().forgetPieces(text, each)));
    }
    stores.publications().forgetUnused(rendition.item());
  }

  /** Begins again what failed or was cancelled; anything else stays as it is. */
  public Optional<Rendition> retry(String id) {
    stores
        .database()
        .change(
            handle -> {
              Optional<Rendition> found = stores.renditions().find(id);
              Optional<Item> item = found.flatMap(each -> stores.items().find(each.item()));
              if (item.isPresent()
                  && item.get().state() != Item.State.REFUSED
                  && stores.renditions().retry(id)) {
                bind(item.get(), found.get());
              }
            });
    stores.watchers().changed(id);
    return stores.renditions().find(id);
  }

  /** The bytes of a file of a rendition; only to be read. */
  public Path open(RenditionFile file) {
    return stores.blobs().path(file.sha256());
  }

  /**
   * All of a rendition: its only file, or a ZIP, which is built when it is asked for the first
   * time.
   *
   * @return empty if there is no such rendition or it is not ready
   */
  public Optional<RenditionFile> whole(String id) throws IOException {
    return wholes.get(id);
  }

  /**
   * The pages of a braille rendition with what they say in print; usually there, and else made now,
   * which may take seconds.
   *
   * @return empty if there is no such rendition, or it is not braille, or not ready
   */
  public Optional<BraillePages> braillePages(String id) throws IOException {
    Optional<Rendition> found = stores.renditions().find(id);
    return found.isPresent() ? BraillePages.of(found.get(), stores, benches) : Optional.empty();
  }

  /**
   * Tells of a rendition: how it is now, then each change, until closed. After a final state comes
   * nothing more, unless somebody has it made again.
   *
   * @param ear called on any thread, one call at a time; must be quick
   */
  public AutoCloseable watch(String id, Consumer<Rendition> ear) {
    return stores.watchers().watch(id, ear);
  }

  /** Why a rendition failed or waits and what to do; empty if there is nothing to say. */
  public Optional<String> problem(Rendition rendition, Phrases words) {
    return rendition.problem().map(Problem::parse).map(problem -> problem.say(words));
  }

  /** Within a transaction: every unfinished wish of an item is now for its present text. */
  List<Rendition> bindAll(String item) {
    Item now = stores.items().find(item).orElseThrow();
    List<Rendition> bound = new ArrayList<>();
    for (Rendition rendition : unfinished(item)) {
      bind(now, rendition);
      bound.add(rendition);
    }
    return bound;
  }

  /** Within a transaction: nothing comes of the unfinished wishes of an item. */
  List<Rendition> failAll(String item) {
    List<Rendition> failing = unfinished(item);
    failing.forEach(
        each ->
            stores.renditions().fail(each.id(), Problem.of(Problem.Code.SOURCE_REFUSED).json()));
    return failing;
  }

  /** Nothing new is begun on a full disk; what was begun before waits for room. */
  private void requireRoom() {
    try {
      stores.blobs().requireRoom(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Wish write(Item item, Recipe recipe, Map<String, String> options) {
    String key = key(item, recipe, options);
    Optional<Rendition> there = stores.renditions().byKey(key);
    if (there.isPresent()) {
      boolean again = stores.renditions().retry(there.get().id());
      if (again) {
        bind(item, there.get());
      }
      return new Wish(stores.renditions().find(there.get().id()).orElseThrow(), again);
    }
    requireRoom();
    Optional<Rendition> added =
        stores.renditions().add(item.id(), key, recipe.format().code(), options);
    if (added.isEmpty()) {
      return new Wish(stores.renditions().byKey(key).orElseThrow(), false);
    }
    bind(item, added.get());
    return new Wish(stores.renditions().find(added.get().id()).orElseThrow(), true);
  }

  /** A waiting wish is to be made from the text that the item has now, or waits for that. */
  private void bind(Item item, Rendition rendition) {
    Optional<StoredPublication> text = text(item);
    if (text.isEmpty()) {
      return;
    }
    Recipe recipe = recipe(rendition);
    String key = free(key(item, recipe, rendition.options()), rendition);
    stores.renditions().bind(rendition.id(), text.get().id(), key, text.get().characters());
    stores.jobs().submit(MakingJob.KIND, rendition.id(), lane(recipe, text.get().characters()));
  }

  /** The key, or where another has it already one of its own. */
  private String free(String key, Rendition rendition) {
    boolean taken =
        stores
            .renditions()
            .byKey(key)
            .filter(other -> !other.id().equals(rendition.id()))
            .isPresent();
    return taken ? key + "-" + rendition.id() : key;
  }

  /**
   * Audio is made with these words of lexicons, whatever they were when it was wished for.
   *
   * @param lexicon {@link BookLexicon#hash}
   */
  void isMadeWith(Rendition rendition, String lexicon) {
    stores
        .database()
        .change(
            handle -> {
              Item item = stores.items().find(rendition.item()).orElseThrow();
              String key = key(item, recipe(rendition), rendition.options(), lexicon);
              boolean bound =
                  item.publication().equals(rendition.publication())
                      && item.state() == Item.State.READY;
              stores
                  .renditions()
                  .setLexicon(
                      rendition.id(), bound ? free(key, rendition) : rendition.key(), lexicon);
            });
  }

  /**
   * Wishes anew for audio that was made before its words were said as they are now.
   *
   * @param of what {@link Lexicons#outdated} answered, or some of it
   * @return the wishes, those that were there already among them
   */
  public List<Wish> makeAgain(List<Renditions.Made> of) {
    List<Wish> wishes = new ArrayList<>();
    for (Renditions.Made made : of) {
      Optional<Rendition> before = stores.renditions().find(made.id());
      if (before.isEmpty()) {
        continue;
      }
      try {
        wish(
                before.get().item(),
                Format.find(before.get().format()).orElseThrow(),
                before.get().options())
            .filter(wish -> !wish.rendition().id().equals(made.id()))
            .ifPresent(wishes::add);
      } catch (NotHereException | BadOptionException | UnusableSourceException e) {
        // It was made once; what it needed then is not there any more, and it stays as it is.
      }
    }
    return wishes;
  }

  private List<Rendition> unfinished(String item) {
    return stores.renditions().ofItem(item).stream()
        .filter(each -> !each.state().isFinal())
        .toList();
  }

  /** The text that wishes are for; empty while it is being read. */
  private Optional<StoredPublication> text(Item item) {
    return item.state() == Item.State.READY
        ? item.publication().flatMap(stores.publications()::find)
        : Optional.empty();
  }

  private static WishOptions.Kind kind(Rendition rendition) {
    return WishOptions.kind(Format.find(rendition.format()).orElseThrow());
  }

  static Recipe recipe(Rendition rendition) {
    try {
      return Recipes.of(Format.find(rendition.format()).orElseThrow());
    } catch (NotHereException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Lane lane(Recipe recipe, long characters) {
    return recipe.weight() * characters > LONG_WORK ? Lane.LONG : Lane.SHORT;
  }

  private static void checkTable(Format format, Options options) throws NotHereException {
    if (!WishOptions.names(format).contains("braille") || options.table().isEmpty()) {
      return;
    }
    try {
      BrailleTables.standard().choose(Language.DEFAULT, options.table().get());
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, options.table().get());
    }
  }

  /** Everything that the bytes of a rendition depend on, but the build of an engine. */
  private String key(Item item, Recipe recipe, Map<String, String> options) {
    boolean spoken = WishOptions.kind(recipe.format()) == WishOptions.Kind.SPEECH;
    return key(
        item,
        recipe,
        options,
        spoken ? text(item).map(text -> lexicons.hash(item.id(), text.id())).orElse("") : "");
  }

  private String key(Item item, Recipe recipe, Map<String, String> options, String lexicon) {
    List<String> parts = new ArrayList<>();
    parts.add(item.id());
    parts.add(text(item).map(StoredPublication::id).orElse(""));
    parts.add(item.title());
    parts.addAll(item.authors());
    parts.add(item.language());
    parts.add(recipe.format().code());
    parts.add(String.valueOf(recipe.version()));
    try {
      Language language =
          Language.isTag(item.language())
              ? new Language(item.language(), Origin.DECLARED)
              : Language.DEFAULT;
      parts.addAll(Foundations.of(recipe.format(), WishOptions.parse(options), language));
    } catch (BadOptionException e) {
      throw new IllegalStateException(e);
    }
    if (!lexicon.isEmpty()) {
      parts.add(lexicon);
    }
    return hash(parts);
  }

  static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
