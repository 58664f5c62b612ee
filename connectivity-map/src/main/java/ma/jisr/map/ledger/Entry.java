package ma.jisr.map.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.map.batch.Change;
import ma.jisr.map.batch.Trail;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document of a ledger: what it says and what it said before.
 *
 * @param form of it
 * @param now the thing and its version
 * @param history oldest first, at most {@link Revision#MOST}
 * @param body as it is stored; "" for a sample that nobody has changed
 */
public record Entry<T>(Form<T> form, Versioned<T> now, List<Revision<T>> history, String body) {
  private static final String HISTORY = Trail.HISTORY;

  /** The write id in the history of a file's change: that of the batch is not known yet. */
  private static final String IMPORT = "import";

  public Entry {
    history = List.copyOf(history);
  }

  /**
   * @throws IllegalArgumentException when the document is not of this form
   */
  public static <T> Entry<T> of(Form<T> form, Document document) {
    ObjectNode node = JsonFields.parse(document.json());
    T thing = form.read(document.id(), node);
    List<Revision<T>> history = new ArrayList<>();
    for (JsonNode entry : node.path(HISTORY)) history.add(revision(form, document.id(), entry));
    return new Entry<>(form, new Versioned<>(thing, document.version()), history, document.json());
  }

  /** A sample that nobody has changed: stored when somebody does. */
  static <T> Entry<T> unstored(Form<T> form, T sample) {
    return new Entry<>(form, new Versioned<>(sample, 0), List.of(), "");
  }

  public T thing() {
    return now.thing();
  }

  boolean isStored() {
    return !body.isEmpty();
  }

  /** The document of something new. */
  public static <T> Document first(
      Form<T> form, T thing, @Nullable Revision<T> revision, String writeId) {
    List<Revision<T>> history = revision == null ? List.of() : List.of(revision);
    return new Document(form.id(thing), 0, writeId, write(form, thing, history, "{}"));
  }

  /** The document that follows this one. */
  public Document next(T thing, Revision<T> revision) {
    List<Revision<T>> longer = new ArrayList<>(history);
    longer.add(revision);
    int first = Math.max(0, longer.size() - Revision.MOST);
    return new Document(
        form.id(thing),
        now.version() + 1,
        revision.writeId(),
        write(form, thing, longer.subList(first, longer.size()), body));
  }

  /**
   * The change of a document by an import, with its entry in the history.
   *
   * @param before the document as it is; null when there is none
   * @param after the thing as it is to be
   * @param areas in which it lies, or lay
   */
  public static <T> Change imported(
      Form<T> form,
      @Nullable Document before,
      T after,
      Actor actor,
      Instant at,
      List<String> areas) {
    Entry<T> stored = before == null ? null : of(form, before);
    long version = before == null ? 0 : before.version() + 1;
    T stood = stored == null ? null : stored.thing();
    Revision<T> revision =
        new Revision<>(version, at, actor.id(), actor.role(), IMPORT, stood, IMPORT);
    if (before == null || stored == null)
      return Change.made(form.id(after), first(form, after, revision, IMPORT).json(), areas);
    return new Change(
        form.id(after),
        before.version(),
        before.json(),
        stored.next(after, revision).json(),
        areas);
  }

  /**
   * Whether the thing, or what it was before, has something in it that has been there since before
   * a moment, as far as the history tells.
   *
   * @param without gives a thing without it
   */
  boolean names(UnaryOperator<T> without, Instant moment) {
    boolean there = false;
    boolean had = false;
    Instant since = Instant.MIN;
    for (int i = 0; i <= history.size(); i++) {
      T stood = i < history.size() ? history.get(i).before() : thing();
      boolean has = stood != null && !without.apply(stood).equals(stood);
      if (has && !had && i > 0) since = history.get(i - 1).at();
      had = has;
      there |= has;
    }
    return there && !since.isAfter(moment);
  }

  /** The same without something, that was before too. */
  Entry<T> without(UnaryOperator<T> without) {
    List<Revision<T>> cleaned = new ArrayList<>();
    for (Revision<T> one : history) {
      T before = one.before();
      cleaned.add(
          new Revision<>(
              one.version(),
              one.at(),
              one.actor(),
              one.role(),
              one.deed(),
              before == null ? null : without.apply(before),
              one.writeId()));
    }
    return new Entry<>(form, new Versioned<>(without.apply(thing()), now.version()), cleaned, body);
  }

  /** Whether this write is in it already, as far as its history goes back. */
  public boolean has(String writeId) {
    return by(writeId).isPresent();
  }

  /** The revision that a write made. */
  public Optional<Revision<T>> by(String writeId) {
    return history.stream().filter(revision -> revision.writeId().equals(writeId)).findFirst();
  }

  private static <T> String write(
      Form<T> form, T thing, List<Revision<T>> history, String previous) {
    ObjectNode node = JsonFields.parse(previous);
    form.put(node, thing);
    ArrayNode entries = node.putArray(HISTORY);
    for (Revision<T> revision : history) {
      ObjectNode entry = entries.addObject();
      entry.put("version", revision.version());
      entry.put("at", revision.at().toEpochMilli());
      entry.put("actor", revision.actor());
      entry.put("role", JsonFields.lower(revision.role()));
      entry.put("deed", revision.deed());
      entry.put("writeId", revision.writeId());
      T before = revision.before();
      if (before != null) form.put(entry.putObject("before"), before);
    }
    return node.toString();
  }

  private static <T> Revision<T> revision(Form<T> form, String id, JsonNode entry) {
    return new Revision<>(
        entry.path("version").asLong(),
        Instant.ofEpochMilli(entry.path("at").asLong()),
        JsonFields.text(entry, "actor"),
        JsonFields.constant(Role.class, JsonFields.text(entry, "role")),
        JsonFields.text(entry, "deed"),
        entry.hasNonNull("before") ? form.read(id, entry.path("before")) : null,
        JsonFields.text(entry, "writeId"));
  }
}
