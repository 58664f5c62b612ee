package ma.jisr.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.gateway.api.Answer;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.ChallengeService;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.Theme;

/** The page on which everybody reads the open challenges, by theme. */
final class ChallengePage {
  private static final String FILE = "/ma/jisr/service/challenges/page.yaml";

  private final Map<String, Message> texts;

  ChallengePage() {
    try (InputStream in =
        Objects.requireNonNull(ChallengeService.class.getResourceAsStream(FILE), FILE)) {
      texts =
          FlowParser.messages("page.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer of(ChallengeBook book, Gazetteer places, Language language) {
    String title = text("title", language);
    Html page = new Html(language, title);
    page.element("h1", title).element("p", text("take", language));
    languages(page, language);
    boolean any = false;
    for (Theme theme : book.themes()) {
      List<Challenge> open = book.of(theme.id());
      if (open.isEmpty()) continue;
      any = true;
      element(page, "h2", theme.title(), language);
      for (Challenge challenge : open) one(page, challenge, places, language);
    }
    if (!any) page.element("p", text("none", language));
    page.element("p", text("file", language));
    // It is nobody's secret: kept, and asked for again by its tag.
    return page.answer()
        .header("cache-control", "no-cache")
        .header("vary", "Accept, Accept-Language");
  }

  private void languages(Html page, Language chosen) {
    page.markup("<p>");
    for (Language one : Language.PHONE)
      if (one != chosen)
        page.markup("<a href=\"/challenges?lang=" + one.tag() + "\"" + Html.in(one) + ">")
            .words(text("title", one))
            .markup("</a> ");
    page.markup("</p>\n");
  }

  private static void one(Html page, Challenge challenge, Gazetteer places, Language language) {
    Language spoken = language(challenge.title(), language);
    page.markup("<h3" + Html.in(spoken) + "><bdi>")
        .words(challenge.code())
        .markup("</bdi> ")
        .words(challenge.title().in(spoken, false))
        .markup("</h3>\n");
    element(page, "p", challenge.facts().goal(), language);
    if (!challenge.place().isEmpty())
      places.area(challenge.place()).ifPresent(area -> element(page, "p", area.name(), language));
    List<LocalText> questions = challenge.facts().questions();
    if (questions.isEmpty()) return;
    page.markup("<ul>\n");
    for (LocalText question : questions) element(page, "li", question, language);
    page.markup("</ul>\n");
  }

  /** Words in the nearest language that they have, told to the browser: its direction is theirs. */
  private static void element(Html page, String name, LocalText words, Language wanted) {
    Language spoken = language(words, wanted);
    page.markup("<" + name + Html.in(spoken) + ">")
        .words(words.in(spoken, false))
        .markup("</" + name + ">\n");
  }

  private static Language language(LocalText words, Language wanted) {
    for (Language nearest : wanted.fallbacks(false))
      if (words.byLanguage().containsKey(nearest)) return nearest;
    return words.byLanguage().keySet().iterator().next();
  }

  private String text(String name, Language language) {
    Map<Language, List<String>> variants = Objects.requireNonNull(texts.get(name), name).variants();
    return Objects.requireNonNull(variants.get(language), name).getFirst();
  }
}
