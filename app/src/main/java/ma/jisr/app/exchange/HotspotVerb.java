package ma.jisr.app.exchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.HotspotFiles;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.hotspot.Hotspot;
import org.jspecify.annotations.Nullable;

/**
 * Who answers {@code jisr hotspots}. Words: {@code import NUMBER REPORT NAME FORMAT OPTIONS},
 * {@code export NUMBER csv|geojson}, {@code batches}, {@code undo BATCH}. Files come and go through
 * the {@link Handover}; OPTIONS are joined by commas: {@code dry}, {@code anywhere}, {@code
 * duplicates}.
 */
public final class HotspotVerb implements AdminSocket.Verb {
  /** What stands for "look at the file". */
  public static final String AUTO = "auto";

  public static final String DRY = "dry";
  public static final String ANYWHERE = "anywhere";
  public static final String DUPLICATES = "duplicates";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HotspotExchange exchange;
  private final Handover handover;
  private final Actor actor;

  /**
   * @param actor on whose behalf: whoever may open the socket owns the data
   */
  public HotspotVerb(HotspotExchange exchange, Handover handover, Actor actor) {
    this.exchange = exchange;
    this.handover = handover;
    this.actor = actor;
  }

  /** Any text as one word of a request. */
  public static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> run(List<String> words) throws IOException {
    return switch (word(words, 0)) {
      case "import" -> read(words);
      case "export" -> write(word(words, 1), word(words, 2));
      case "batches" -> exchange.list().stream().map(HotspotVerb::line).toList();
      case "undo" -> List.of(told(exchange.undo(actor, word(words, 1))));
      default -> throw new IllegalArgumentException("hotspots import, export, batches or undo");
    };
  }

  private List<String> read(List<String> words) throws IOException {
    byte[] file = handover.take(word(words, 1), Sheet.MOST_BYTES);
    String report = word(words, 2);
    String name = URLDecoder.decode(word(words, 3), StandardCharsets.UTF_8);
    Format format = format(word(words, 4));
    List<String> options = List.of(word(words, 5).split(","));
    boolean dry = options.contains(DRY);
    try {
      Plan plan =
          exchange.plan(
              actor,
              name,
              file,
              format,
              new Options(options.contains(ANYWHERE), options.contains(DUPLICATES)));
      handover.put(report, plan.report());
      List<String> lines = new ArrayList<>(List.of(counts(plan)));
      if (dry) lines.add("dry run: nothing is changed");
      else if (plan.isNothingNew()) lines.add("nothing is new: nothing is changed");
      else lines.add(told(exchange.bring(actor, plan)));
      return lines;
    } catch (BadSheetException e) {
      handover.put(report, HotspotExchange.report(e));
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static @Nullable Format format(String word) {
    if (word.equals(AUTO)) return null;
    return Format.of(word)
        .orElseThrow(
            () -> new IllegalArgumentException("format auto, csv, geojson, osm-xml or overpass"));
  }

  /** "3319 rows: 3319 outside": only what there is. */
  private static String counts(Plan plan) {
    StringBuilder counts = new StringBuilder();
    for (ma.jisr.map.exchange.Verdict verdict : ma.jisr.map.exchange.Verdict.values())
      if (plan.count(verdict) > 0)
        counts
            .append(counts.isEmpty() ? "" : ", ")
            .append(plan.count(verdict))
            .append(' ')
            .append(verdict.word());
    return plan.rows() + " rows" + (counts.isEmpty() ? "" : ": " + counts);
  }

  private List<String> write(String number, String format) throws IOException {
    List<Hotspot> hotspots = exchange.hotspots(actor);
    byte[] file =
        switch (format) {
          case "csv" -> HotspotFiles.csv(hotspots);
          case "geojson" -> HotspotFiles.geoJson(hotspots);
          default -> throw new IllegalArgumentException("format csv or geojson");
        };
    handover.put(number, file);
    return List.of("hotspots: " + hotspots.size());
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done(Batch batch) -> told(batch);
      case Verdict.Refused(Verdict.Why why, List<String> documents) ->
          throw new IllegalArgumentException(
              switch (why) {
                case UNKNOWN -> "there is no such batch of hotspots, or no longer";
                case NOT_STAGED -> "the batch is not complete: import the file again";
                case NOT_PUBLISHED -> "the batch was never in use";
                case NO_RIGHT -> "it touches hotspots outside your territory";
                case OVERTAKEN ->
                    documents.size() + " hotspots were changed meanwhile: import the file again";
              });
    };
  }

  private static String told(Batch batch) {
    String left =
        batch.left().count() == 0
            ? ""
            : "; "
                + batch.left().count()
                + " left as they are, edited since: "
                + String.join(", ", batch.left().ids());
    return "batch "
        + batch.id()
        + (batch.state().isSeen() ? " is on the map" : " is undone")
        + ": "
        + batch.added()
        + " added, "
        + batch.changed()
        + " changed"
        + left;
  }

  private static String line(Batch batch) {
    return String.format(
        Locale.ROOT,
        "%s  %-9s  %s  %6d added %6d changed  %s",
        batch.id(),
        batch.state().name().toLowerCase(Locale.ROOT),
        MINUTE.format(batch.staged()),
        batch.added(),
        batch.changed(),
        batch.source().replaceAll("\\p{C}", " "));
  }

  private static String word(List<String> words, int at) {
    if (at >= words.size()) throw new IllegalArgumentException("something is missing");
    return words.get(at);
  }
}
