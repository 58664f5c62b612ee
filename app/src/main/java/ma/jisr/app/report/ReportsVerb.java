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
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.Proposal;
import ma.jisr.map.report.Waiting;
import ma.jisr.service.FieldPorts;

/** Who answers {@code jisr reports}: what people say of hotspots, and which ones they name. */
public final class ReportsVerb implements AdminSocket.Verb {
  /** Most lines of each kind in an answer: a morning's work. */
  static final int MOST = 200;

  /** Whoever may open the socket may do everything. */
  private static final Actor OWNER =
      new Actor("admin-socket", Role.ADMINISTRATOR, Territory.EVERYWHERE);

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
  public List<String> run(List<String> words) throws Exception {
    String verb = words.isEmpty() ? "list" : words.getFirst();
    return switch (verb) {
      case "list" -> list();
      case "check" -> check(Words.at(words, 1), Words.at(words, 2));
      case "accept" -> accept(Words.at(words, 1), words.subList(2, words.size()));
      case "reject" -> reject(Words.at(words, 1));
      default -> throw new IllegalArgumentException("reports list, check, accept or reject");
    };
  }

  private List<String> list() throws Exception {
    List<String> lines = new ArrayList<>();
    List<Waiting> waiting = Await.of(field.reports().waiting(MOST));
    if (!waiting.isEmpty())
      lines.add(line("code", "broken", "works", "moved", "state", "last", "name, where it is now"));
    for (Waiting said : waiting)
      hotspots.byId(said.hotspot()).ifPresent(h -> lines.add(line(h, said)));
    List<Proposal> proposals = Await.of(field.proposals().waiting(MOST));
    if (!proposals.isEmpty()) lines.add("new: id, day, by, place: landmark");
    for (Proposal proposal : proposals)
      lines.add(
          proposal.id()
              + "  "
              + day(proposal.at())
              + "  "
              + (proposal.agent() ? "agent " : "people")
              + "  "
              + gazetteer.get().area(proposal.place()).map(Area::id).orElse(proposal.place())
              + ": "
              + proposal.landmark());
    return lines.isEmpty() ? List.of("nothing") : lines;
  }

  private List<String> check(String code, String word) throws Exception {
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
    if (!Await.of(field.desk().confirm(OWNER, hotspot.id(), state, key)))
      throw new IllegalArgumentException("it could not be set");
    Await.of(field.reports().checked(hotspot.id(), state, now, key));
    return List.of(code + ": " + word + "; who reported it is thanked");
  }

  /** Makes a hotspot of it, or says which one on the map was meant; who named it is thanked. */
  private List<String> accept(String id, List<String> rest) throws Exception {
    boolean known = rest.size() == 1 && Hotspot.CODE.matcher(rest.getFirst()).matches();
    CompletableFuture<Decision> deciding =
        known
            ? admission.link(OWNER, id, coded(rest.getFirst()).id())
            : admission.accept(OWNER, id, NewSpotWords.read(rest));
    return switch (Await.of(deciding)) {
      case Decision.Done(Kept(Hotspot made, var version)) ->
          List.of(
              "accepted: "
                  + id
                  + " is "
                  + made.code()
                  + ", "
                  + made.name().in(Language.FR, true)
                  + " in "
                  + made.place());
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

  private List<String> reject(String id) throws Exception {
    Optional<Decision.Refused> refused = Await.of(admission.reject(OWNER, id));
    if (refused.isPresent()) throw new IllegalArgumentException(why(refused.get()));
    return List.of("rejected: " + id);
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
