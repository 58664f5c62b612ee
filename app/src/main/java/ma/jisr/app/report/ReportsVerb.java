package ma.jisr.app.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.Proposal;
import ma.jisr.map.report.Waiting;
import ma.jisr.service.FieldPorts;

/** Who answers {@code jisr reports}: what people say of hotspots, and which ones they name. */
public final class ReportsVerb implements Signed {
  /** Most lines of each kind in an answer: a morning's work. */
  static final int MOST = 200;

  private final FieldPorts field;
  private final Admission admission;
  private final HotspotMap hotspots;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  public ReportsVerb(
      FieldPorts field,
      Admission admission,
      HotspotMap hotspots,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.field = field;
    this.admission = admission;
    this.hotspots = hotspots;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * @param words {@code list}; {@code check CODE works|broken|closed}; {@code accept ID} and what
   *     {@link NewSpotWords} reads, or {@code accept ID CODE}; {@code reject ID}
   */
  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    String verb = words.isEmpty() ? "list" : words.getFirst();
    return switch (verb) {
      case "list" -> Told.of(list(actor));
      case "check" -> check(actor, Words.at(words, 1), Words.at(words, 2));
      case "accept" -> accept(actor, Words.at(words, 1), words.subList(2, words.size()));
      case "reject" -> reject(actor, Words.at(words, 1));
      default -> throw new IllegalArgumentException("reports list, check, accept or reject");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return !words.isEmpty() && !words.getFirst().equals("list");
  }

  /** What lies in the territory. */
  private List<String> list(Actor actor) throws Exception {
    Gazetteer now = gazetteer.get();
    List<String> lines = new ArrayList<>();
    for (Waiting said : Await.of(field.reports().waiting(MOST)))
      hotspots
          .byId(said.hotspot())
          .filter(hotspot -> Rights.allow(actor, Deed.READ, now.way(hotspot.place())))
          .ifPresent(hotspot -> lines.add(line(hotspot, said)));
    if (!lines.isEmpty())
      lines.addFirst(
          line("code", "broken", "works", "moved", "state", "last", "name, where it is now"));
    List<String> named = new ArrayList<>();
    for (Proposal proposal : Await.of(field.proposals().waiting(MOST)))
      if (Rights.allow(actor, Deed.READ, now.way(proposal.place()))) named.add(line(proposal));
    if (!named.isEmpty()) lines.add("new: id, day, by, place: landmark");
    lines.addAll(named);
    return lines.isEmpty() ? List.of("nothing") : lines;
  }

  private static String line(Proposal proposal) {
    return proposal.id()
        + "  "
        + day(proposal.at())
        + "  "
        + (proposal.agent() ? "agent " : "people")
        + "  "
        + proposal.place()
        + ": "
        + proposal.landmark();
  }

  private Told check(Actor actor, String code, String word) throws Exception {
    Hotspot hotspot = coded(code);
    Hotspot.State state =
        switch (word) {
          case "works" -> Hotspot.State.WORKS;
          case "broken" -> Hotspot.State.BROKEN;
          case "closed" -> Hotspot.State.CLOSED;
          default -> throw new IllegalArgumentException("it works, is broken or closed");
        };
    String key = "admin:" + UUID.randomUUID();
    Instant now = clock.instant();
    if (!Await.of(field.desk().confirm(actor, hotspot.id(), state, key)))
      throw new IllegalArgumentException("it could not be set");
    Await.of(field.reports().checked(hotspot.id(), state, now, key));
    return new Told(List.of(code + ": " + word + "; who reported it is thanked"), hotspot.id());
  }

  /** Makes a hotspot of it, or says which one on the map was meant; who named it is thanked. */
  private Told accept(Actor actor, String id, List<String> rest) throws Exception {
    boolean known = rest.size() == 1 && Hotspot.CODE.matcher(rest.getFirst()).matches();
    CompletableFuture<Decision> deciding =
        known
            ? admission.link(actor, id, coded(rest.getFirst()).id())
            : admission.accept(actor, id, NewSpotWords.read(rest));
    return switch (Await.of(deciding)) {
      case Decision.Done(Kept(Hotspot made, var version)) ->
          new Told(
              List.of(
                  "accepted: "
                      + id
                      + " is "
                      + made.code()
                      + ", "
                      + made.name().in(Language.FR, true)
                      + " in "
                      + made.place()),
              made.id());
      case Decision.Refused refused -> throw new IllegalArgumentException(why(refused));
      default -> throw new IllegalArgumentException("it was changed meanwhile: again");
    };
  }

  private static String why(Decision.Refused refused) {
    return switch (refused.reason()) {
      case UNKNOWN -> "nothing has this id";
      case NO_RIGHT -> "it lies outside the territory";
      case INVALID -> refused.what();
    };
  }

  private Hotspot coded(String code) {
    return hotspots
        .byCode(code)
        .orElseThrow(() -> new IllegalArgumentException("no hotspot has this code"));
  }

  private Told reject(Actor actor, String id) throws Exception {
    Optional<Decision.Refused> refused = Await.of(admission.reject(actor, id));
    if (refused.isPresent()) throw new IllegalArgumentException(why(refused.get()));
    return new Told(List.of("rejected: " + id), id);
  }

  private static String line(Hotspot hotspot, Waiting said) {
    String name = hotspot.name().in(Language.FR, true);
    String words = said.words().isEmpty() ? "" : ": " + String.join(" / ", said.words());
    return line(
        hotspot.code(),
        Integer.toString(said.broken()),
        Integer.toString(said.works()),
        Integer.toString(said.moved()),
        hotspot.state().name().toLowerCase(Locale.ROOT),
        day(said.last()),
        name + words);
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "%-7s %6s %6s %6s  %-8s  %-10s  %s", (Object[]) cells);
  }

  private static String day(Instant when) {
    return when.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
  }
}
