package ma.jisr.nlp.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;

/** A validation as a page of Markdown. */
final class Report {
  private static final int CONFUSIONS = 25;

  private static final String HEAD =
      "| | messages | right first | in the first three | right or in the menu | wrong answers |"
          + " asks | language |\n|---|---|---|---|---|---|---|---|\n";

  private final List<Judged> judged;
  private final StringBuilder page = new StringBuilder();

  Report(Validation validation) {
    this.judged = validation.judged();
  }

  /** Percent with one decimal. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  String text() {
    page.append("# Understanding, validated by author\n\n");
    page.append("Each author's messages by models trained on the others'; in percent. Menu below ");
    page.append(Reader.SURE).append(".\n\n").append(HEAD);
    row("**all**", judged);
    by(judged -> judged.example().author()).forEach(this::row);
    by(judged -> judged.example().tongue().tag()).forEach(this::row);
    by(judged -> judged.example().intent().label()).forEach(this::row);
    page.append("\nOut of scope taken as real: ")
        .append(percent(Tally.of(judged).oosAsReal()))
        .append(" % of those messages.\n\n## Thresholds\n\n| least probability |")
        .append(" right or in the menu | wrong answers | asks | out of scope as real |\n")
        .append("|---|---|---|---|---|\n");
    DoubleStream.of(0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7).forEach(this::threshold);
    page.append("\n## What is taken for what\n\n");
    confusions(judged -> judged.example().intent(), judged -> judged.ranking().best().intent());
    page.append("\n## Languages taken for others\n\n");
    confusions(
        judged -> judged.example().tongue().tag(), judged -> judged.ranking().tongue().tag());
    return page.toString();
  }

  private Map<String, List<Judged>> by(Function<Judged, String> key) {
    return judged.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private void row(String name, List<Judged> some) {
    Tally tally = Tally.of(some);
    List<String> cells = new ArrayList<>(List.of(name, Integer.toString(tally.messages())));
    DoubleStream.of(
            tally.right(),
            tally.inThree(),
            tally.handled(),
            tally.wrong(),
            tally.asks(),
            tally.tongue())
        .mapToObj(Report::percent)
        .forEach(cells::add);
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void threshold(double least) {
    Tally tally =
        Tally.of(
            judged.stream()
                .map(
                    one ->
                        new Judged(
                            one.example(),
                            new Reading(Reader.verdict(one.ranking(), least), one.ranking())))
                .toList());
    page.append("| ").append(least).append(" | ").append(percent(tally.handled())).append(" | ");
    page.append(percent(tally.wrong())).append(" | ").append(percent(tally.asks())).append(" | ");
    page.append(percent(tally.oosAsReal())).append(" |\n");
  }

  private <T> void confusions(Function<Judged, T> meant, Function<Judged, T> taken) {
    judged.stream()
        .filter(one -> !meant.apply(one).equals(taken.apply(one)))
        .collect(
            Collectors.groupingBy(
                one -> name(meant.apply(one)) + " as " + name(taken.apply(one)),
                TreeMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> e.getValue()).reversed())
        .limit(CONFUSIONS)
        .forEach(
            e ->
                page.append("- ")
                    .append(e.getKey())
                    .append(": ")
                    .append(e.getValue())
                    .append('\n'));
  }

  private static String name(Object outcome) {
    return outcome instanceof Intent intent ? intent.label() : outcome.toString();
  }
}
