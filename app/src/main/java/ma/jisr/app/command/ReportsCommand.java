package ma.jisr.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ma.jisr.app.report.NewSpotWords;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FieldDoor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr reports}: what people say of hotspots, and what an operator makes of it. */
@Command(
    name = "reports",
    description = "what people report of hotspots; settles it",
    synopsisSubcommandLabel = "list | check | accept | reject")
final class ReportsCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Mixin Signature signature = new Signature();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return ask(config, signature, List.of("list"));
  }

  @Command(name = "list", description = "what nobody has checked yet, and new hotspots")
  int list(@Mixin ConfigOption asked, @Mixin Signature as) throws Exception {
    return ask(asked, as, List.of("list"));
  }

  @Command(name = "check", description = "says how a hotspot is; who reported it is thanked")
  int check(
      @Mixin ConfigOption asked,
      @Mixin Signature as,
      @Parameters(paramLabel = "CODE", description = "of the hotspot") String code,
      @Parameters(paramLabel = "STATE", description = "works, broken or closed") String state)
      throws Exception {
    return ask(asked, as, List.of("check", code, state));
  }

  @Command(
      name = "accept",
      description =
          "puts a new one on the map, or says which hotspot it is; who named it is thanked")
  int accept(
      @Mixin ConfigOption asked,
      @Mixin Signature as,
      @Parameters(paramLabel = "ID") String id,
      @Parameters(
              paramLabel = "CODE",
              arity = "0..1",
              description = "of a hotspot that is on the map already; without it one is made")
          @Nullable String code,
      @ArgGroup(exclusive = false, heading = "The new hotspot, as far as it is known:%n")
          @Nullable NewSpotOptions spot)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("accept", id));
    if (code != null) words.add(code);
    if (spot != null) words.addAll(spot.words());
    return ask(asked, as, words);
  }

  /** What an operator says of it. */
  static final class NewSpotOptions {
    @Option(names = "--name", paramLabel = "TEXT", description = "default: Wifi and the place's")
    @Nullable String name;

    @Option(names = "--kind", paramLabel = "KIND", description = "square, cafe, library …")
    @Nullable String kind;

    @Option(names = "--access", paramLabel = "ACCESS", description = "free, paid or customers")
    @Nullable String access;

    @Option(
        names = "--at",
        paramLabel = "LAT,LON",
        description = "where it is; without it the place's point, told as approximate")
    @Nullable String at;

    @Option(names = "--way", paramLabel = "TEXT", description = "default: the landmark as named")
    @Nullable String way;

    @Option(names = "--hours", paramLabel = "HOURS", description = "as in OpenStreetMap")
    @Nullable String hours;

    private List<String> words() {
      Map<String, @Nullable String> given = new LinkedHashMap<>();
      given.put(NewSpotWords.NAME, name);
      given.put(NewSpotWords.KIND, kind);
      given.put(NewSpotWords.ACCESS, access);
      given.put(NewSpotWords.AT, at);
      given.put(NewSpotWords.WAY, way);
      given.put(NewSpotWords.HOURS, hours);
      List<String> words = new ArrayList<>();
      given.forEach(
          (option, value) -> {
            if (value != null) words.add(NewSpotWords.write(option, value));
          });
      return words;
    }
  }

  @Command(name = "reject", description = "puts a new one aside")
  int reject(
      @Mixin ConfigOption asked, @Mixin Signature as, @Parameters(paramLabel = "ID") String id)
      throws Exception {
    return ask(asked, as, List.of("reject", id));
  }

  private int ask(ConfigOption from, Signature as, List<String> asked) throws Exception {
    Settings settings = from.settings();
    List<String> words = new ArrayList<>(List.of(as.word()));
    words.addAll(asked);
    String request = "reports " + String.join(" ", words);
    return Owner.ask(
        spec,
        settings,
        request,
        () ->
            FieldDoor.ask(settings, "reports", List.of(String.join(" ", words).split("\\s+", -1))));
  }
}
