package ma.jisr.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.gateway.api.Answer;
import ma.jisr.service.Held;
import ma.jisr.service.account.Copy;
import ma.jisr.service.account.KeptWords;
import ma.jisr.service.account.Portrait;

/** The page on which people read what is kept of them: a form for their code, then the copy. */
final class CopyPage {
  private static final String FILE = "/ma/jisr/service/account/page.yaml";

  /** Who has no code yet has no language either: these are read by nearly everybody. */
  private static final List<Language> ALL = List.of(Language.FR, Language.AR, Language.EN);

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Map<String, Message> texts;
  private final KeptWords words;

  CopyPage(KeptWords words) {
    this.words = words;
    try (InputStream in = Objects.requireNonNull(KeptWords.class.getResourceAsStream(FILE), FILE)) {
      texts =
          FlowParser.messages("page.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name, Language language) {
    Map<Language, List<String>> variants = Objects.requireNonNull(texts.get(name), name).variants();
    for (Language nearest : language.fallbacks(false))
      if (variants.containsKey(nearest))
        return Objects.requireNonNull(variants.get(nearest)).getFirst();
    throw new IllegalStateException(name + " has no words");
  }

  /**
   * The form.
   *
   * @param refused whether a code has just been refused
   */
  Answer form(boolean refused) {
    Html page = new Html(Language.FR, "Jisr");
    for (Language language : ALL) {
      page.markup("<div" + Html.in(language) + ">");
      page.element("h1", text("title", language));
      if (refused)
        page.markup("<p class=\"wrong\">").words(text("wrong", language)).markup("</p>\n");
      page.markup("<p><label for=\"code\">")
          .words(text("code", language))
          .markup("</label></p></div>\n");
    }
    page.markup("<form method=\"post\" action=\"/me\"><input id=\"code\" name=\"code\"")
        .markup(" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"")
        .markup(" maxlength=\"20\" dir=\"ltr\" required> ");
    button(page, "html", ALL.stream().map(l -> text("show", l)).collect(Collectors.joining(" / ")));
    return page.markup("</form>\n").answer();
  }

  private static void button(Html page, String as, String label) {
    page.markup("<button name=\"as\" value=\"" + as + "\">").words(label).markup("</button>\n");
  }

  /**
   * The copy.
   *
   * @param code by which it was opened, for the download; it goes by POST only
   */
  Answer copy(Copy copy, String code) {
    Portrait who = copy.portrait();
    Language language = who.language() == null ? Language.FR : who.language();
    Html page = new Html(language, text("title", language));
    page.element("h1", text("title", language));
    page.element("p", text("made", language).replace("{when}", WHEN.format(copy.made())));
    page.element(
        "p",
        text("reads", language)
            .replace("{n}", Integer.toString(copy.reads()))
            .replace("{most}", Integer.toString(Copy.mostReads())));
    person(page, who, language);
    kinds(page, copy, language);
    for (Copy.Part part : copy.parts()) if (!part.rows().isEmpty()) rows(page, part, language);
    page.element("p", text("rights", language));
    page.markup(
            "<form method=\"post\" action=\"/me\"><input type=\"hidden\" name=\"code\" value=\"")
        .words(code)
        .markup("\">");
    button(page, "json", text("download", language));
    return page.markup("</form>\n").answer();
  }

  private void person(Html page, Portrait who, Language language) {
    page.markup("<table>");
    for (String number : who.numbers()) row(page, text("number", language), "+" + number);
    for (String chat : who.chats()) row(page, text("chat", language), chat);
    row(page, text("language", language), language.tag());
    LocalText home = who.home();
    if (home != null) row(page, text("home", language), home.in(language, false));
    for (LocalText place : who.lastPlaces())
      row(page, text("places", language), place.in(language, false));
    page.markup("</table>\n");
    if (who.stopped()) page.element("p", text("stopped", language));
  }

  private static void row(Html page, String name, String value) {
    page.markup("<tr><th>")
        .words(name)
        .markup("</th><td><bdi>")
        .words(value)
        .markup("</bdi></td></tr>");
  }

  private void kinds(Html page, Copy copy, Language language) {
    page.markup("<table><tr>");
    for (String head : List.of("what", "count", "why", "time"))
      page.element("th", text(head, language));
    page.markup("</tr>");
    for (Copy.Part part : copy.parts())
      for (Held held : part.held()) {
        page.markup("<tr>");
        page.element("td", words.name(held).in(language, false));
        page.element("td", KeptWords.count(held.count()));
        page.element("td", words.why(held).in(language, false));
        page.element("td", words.time(held).map(time -> time.in(language, false)).orElse(""));
        page.markup("</tr>");
      }
    page.markup("</table>\n");
  }

  /** Each thing with its fields, as they are called inside: the same as in the download. */
  private void rows(Html page, Copy.Part part, Language language) {
    page.markup("<h2>")
        .words(text("details", language) + ": ")
        .markup("<bdi>")
        .words(part.room())
        .markup("</bdi></h2>\n");
    for (Map<String, String> row : part.rows()) {
      page.markup("<table dir=\"ltr\">");
      row.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(field -> row(page, field.getKey(), field.getValue()));
      page.markup("</table><br>\n");
    }
  }
}
