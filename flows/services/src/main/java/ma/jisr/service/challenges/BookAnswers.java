package ma.jisr.service.challenges;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.ChallengeMatches;
import ma.jisr.service.challenges.register.Theme;
import ma.jisr.service.hotspots.Requests;

/**
 * What people are told who read challenges: from memory, but for how often they were offered for.
 */
final class BookAnswers {
  private final ChallengeBook book;
  private final Offers offers;

  BookAnswers(ChallengePorts ports) {
    this.book = ports.book();
    this.offers = ports.offers();
  }

  OperationResult themes() {
    List<Value.Item> items =
        book.themes().stream().limit(ChallengeOperations.THEMES).map(BookAnswers::item).toList();
    return new OperationResult("found", Map.of("themes", new Value.Items(items)));
  }

  OperationResult listed(OperationRequest request) {
    List<Value.Item> items =
        book.of(Requests.id(request, "theme")).stream()
            .limit(ChallengeOperations.LISTED)
            .map(BookAnswers::item)
            .toList();
    return new OperationResult(
        items.isEmpty() ? "none" : "found", Map.of("challenges", new Value.Items(items)));
  }

  OperationResult search(OperationRequest request) {
    ChallengeMatches found =
        book.search(Requests.text(request, "text"), ChallengeOperations.CHOICES);
    List<Value.Item> items = found.challenges().stream().map(BookAnswers::item).toList();
    Map<String, Value> values = new HashMap<>();
    values.put("challenges", new Value.Items(items));
    Theme theme = found.theme();
    if (theme != null) values.put("theme", item(theme));
    boolean one = found.sure() || items.size() == 1;
    if (one) values.put("challenge", items.getFirst());
    String outcome = theme != null ? "theme" : one ? "sure" : items.isEmpty() ? "none" : "several";
    return new OperationResult(outcome, values);
  }

  CompletableFuture<OperationResult> show(OperationRequest request) {
    Optional<Challenge> there = shown(request);
    if (there.isEmpty())
      return CompletableFuture.completedFuture(new OperationResult("gone", Map.of()));
    return offers.count(there.get().code()).thenApply(count -> show(there.get(), count));
  }

  private OperationResult show(Challenge there, long count) {
    Map<String, Value> values = new HashMap<>();
    if (count > 0) values.put("offers", new Value.Whole(count));
    values.put("code", new Value.Text(there.code()));
    values.put("title", new Value.Local(there.title()));
    values.put("goal", new Value.Local(there.facts().goal()));
    book.theme(there.theme()).ifPresent(theme -> values.put("theme", item(theme)));
    return new OperationResult(there.open() ? "found" : "closed", values);
  }

  /** The challenge of a request, unless it is a draft. */
  private Optional<Challenge> shown(OperationRequest request) {
    return book.byCode(Requests.id(request, "challenge"))
        .filter(one -> one.state() != Challenge.State.DRAFT);
  }

  /** As many as fit in the letters of who asks. */
  OperationResult questions(OperationRequest request) {
    List<LocalText> all =
        shown(request).map(Challenge::facts).map(ChallengeFacts::questions).orElse(List.of());
    int from =
        request.arguments().get("from") instanceof Value.Whole(long number) ? (int) number : 0;
    if (from < 0 || from >= all.size()) return new OperationResult("none", Map.of());
    Script script = request.language().script();
    int most = most(script, Requests.text(request, "via"));
    int to = from + 1;
    while (to < all.size() && fits(lines(all.subList(from, to + 1), from), script, most)) to++;
    Map<String, Value> values = new HashMap<>();
    values.put("lines", new Value.Local(lines(all.subList(from, to), from)));
    if (to < all.size()) values.put("next", new Value.Whole(to));
    return new OperationResult("found", values);
  }

  private static int most(Script script, String via) {
    if (script != Script.ARABIC) return ChallengeOperations.QUESTIONS;
    return via.equals("ussd")
        ? ChallengeOperations.QUESTIONS_ARABIC
        : ChallengeOperations.QUESTIONS_ARABIC_SMS;
  }

  private static boolean fits(LocalText lines, Script script, int most) {
    return lines.byLanguage().entrySet().stream()
        .filter(line -> line.getKey().script() == script)
        .allMatch(line -> line.getValue().length() <= most);
  }

  /** "1. …" and the next: in each language that all of them have. */
  private static LocalText lines(List<LocalText> some, int from) {
    Map<Language, String> lines = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      List<String> texts = new ArrayList<>();
      for (LocalText one : some)
        if (one.byLanguage().containsKey(language))
          texts.add((from + texts.size() + 1) + ". " + one.in(language, false));
      if (texts.size() == some.size()) lines.put(language, String.join(between(language), texts));
    }
    if (lines.isEmpty())
      lines.put(
          Language.FR,
          String.join("; ", some.stream().map(one -> one.in(Language.FR, false)).toList()));
    return new LocalText(lines);
  }

  private static String between(Language language) {
    return language.script() == Script.ARABIC ? "؛ " : "; ";
  }

  static Value.Item item(Theme theme) {
    return Value.Item.of(theme.id(), theme.title());
  }

  static Value.Item item(Challenge challenge) {
    return Value.Item.of(challenge.code(), challenge.title());
  }
}
