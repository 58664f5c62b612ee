package ma.jisr.service.shops.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.TextFold;
import ma.jisr.base.text.Transliteration;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.ShopJson;
import ma.jisr.service.shops.ShopService;

/**
 * The services of a shop in one cell. As somebody writes them: {@code Caisse=4x2 | Gaz=6}, a name,
 * the minutes that one takes, and how many counters serve it when there are more than one. As they
 * are exported, with all that they have: a JSON array.
 */
final class ServiceCell {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern ONE =
      Pattern.compile("([^=|]{1,40})=\\s*([0-9]{1,3})(?:\\s*[x×*]\\s*([0-9]{1,2}))?\\s*");

  /** Longest id, characters. */
  private static final int MAX_ID = 16;

  private ServiceCell() {}

  static String write(List<ShopService> services) {
    if (services.isEmpty()) return "";
    ArrayNode all = JSON.createArrayNode();
    for (ShopService service : services) ShopJson.write(all.addObject(), service);
    return all.toString();
  }

  /**
   * The services that a cell tells; what it does not say of one that was known stays.
   *
   * @throws IllegalArgumentException when it says none
   */
  static List<ShopService> read(String cell, List<ShopService> before) {
    return cell.startsWith("[") ? json(cell) : plain(cell, before);
  }

  private static List<ShopService> json(String cell) {
    try {
      List<ShopService> services = new ArrayList<>();
      for (JsonNode node : JSON.readTree(cell)) services.add(ShopJson.service(node));
      return services;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("services: neither a list nor JSON", e);
    }
  }

  private static List<ShopService> plain(String cell, List<ShopService> before) {
    List<ShopService> services = new ArrayList<>();
    for (String part : cell.split("\\|", -1)) {
      Matcher one = ONE.matcher(part.strip());
      if (!one.matches())
        throw new IllegalArgumentException("services: '" + part.strip() + "' is not Name=minutes");
      String name = one.group(1).strip();
      int minutes = Integer.parseInt(one.group(2));
      int counters = one.group(3) == null ? 0 : Integer.parseInt(one.group(3));
      services.add(service(name, minutes, counters, before));
    }
    return services;
  }

  private static ShopService service(
      String name, int minutes, int counters, List<ShopService> before) {
    String id = id(name);
    Optional<ShopService> known =
        before.stream()
            .filter(s -> s.id().equals(id) || s.name().byLanguage().containsValue(name))
            .findFirst();
    if (known.isEmpty())
      return new ShopService(
          id, LocalText.same(name), minutes, Math.max(1, counters), null, Set.of(), Nearness.USUAL);
    ShopService was = known.get();
    int now = counters == 0 ? was.counters() : counters;
    return new ShopService(
        was.id(), was.name(), minutes, now, was.slots(), was.classes(), was.near());
  }

  /** Made of the name, so that it is the same next time. */
  private static String id(String name) {
    String latin = Transliteration.toArabizi(name).toLowerCase(Locale.ROOT);
    String id = String.join("-", TextFold.words(latin)).replaceAll("[^a-z0-9-]", "");
    String cut = id.substring(0, Math.min(MAX_ID, id.length()));
    return cut.isEmpty() || cut.charAt(0) == '-' ? "s" + cut : cut;
  }
}
