package ma.jisr.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import ma.jisr.base.Territory;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.unresolved.ReviewKeeper;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.report.ReportRules;
import ma.jisr.service.notices.notice.NoticeRules;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a configuration file whole, or refuses it whole. */
public final class SettingsReader {
  /** A configuration is a page, not a database. Bytes. */
  private static final long MAX_FILE = 256 * 1024;

  /** Characters of the contact: it stands in help screens beside other words. */
  private static final int MAX_CONTACT = 20;

  /** Most aliases in a file: none is needed; a bomb needs many. */
  private static final int MAX_ALIASES = 10;

  /**
   * Handsets keep these prefixes for themselves (call forwarding, waiting, barring: 3GPP TS 22.030
   * annex B).
   */
  private static final Pattern HANDSET_CODE = Pattern.compile("\\*(21|3\\d|43|6\\d).*");

  private static final Pattern REVIEWER = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,31}");

  /** What needs no escape in an endpoint's address. */
  private static final Pattern INBOX = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  private static final int HOURS_OF_DAY = 24;

  private static final Pattern SERVICE_CODE = Pattern.compile("\\*\\d{2,4}(\\*\\d{1,6})*#");

  /** How entries of {@code links} are read that are no account at an SMSC, by their type. */
  private static final SortedMap<String, DoorReader> DOORS =
      new TreeMap<>(
          Map.of(
              UssdDoorReader.TYPE, (link, codes) -> new UssdDoorReader(link).read(codes.ussd()),
              SmsDoorReader.TYPE, (link, codes) -> new SmsDoorReader(link).read(),
              WhatsAppReader.TYPE, (link, codes) -> new WhatsAppReader(link).read(),
              TelegramReader.TYPE, (link, codes) -> new TelegramReader(link).read(),
              MattermostReader.TYPE, (link, codes) -> new MattermostReader(link).read()));

  private final Map<String, String> environment;

  /** Reads one entry whose peer speaks HTTP. */
  @FunctionalInterface
  private interface DoorReader {
    DoorSettings.DoorLink read(Section link, Settings.Codes codes);
  }

  public SettingsReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * @throws SettingsException with every mistake
   */
  public Settings read(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    Reading reading = new Reading(folder, environment);
    Optional<Node> root = compose(file, reading);
    Settings settings = settings(new Section("", root.orElse(null), reading), folder, reading);
    if (!reading.problems().isEmpty())
      throw new SettingsException(file.getFileName().toString(), reading.problems());
    return settings;
  }

  private static Optional<Node> compose(Path file, Reading reading) {
    LoadSettings load =
        LoadSettings.builder()
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setAllowDuplicateKeys(true)
            .build();
    try {
      if (Files.size(file) > MAX_FILE) {
        reading.problem(
            1, "file", "is larger than " + MAX_FILE + " bytes", "Give a configuration file");
        return Optional.empty();
      }
      return new Compose(load).composeString(Files.readString(file));
    } catch (IOException e) {
      reading.problem(
          1,
          "file",
          "cannot be read",
          "Check that " + file.getFileName() + " exists and is UTF-8 text");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      reading.problem(
          line,
          "file",
          "is not YAML: " + e.getProblem(),
          "Check quotes, colons and indentation there");
    } catch (YamlEngineException e) {
      reading.problem(1, "file", "is not YAML", "Check quotes, colons and indentation");
    }
    return Optional.empty();
  }

  private static Settings settings(Section root, Path folder, Reading reading) {
    Path data = folder.resolve(root.text("data", "./data")).normalize();
    Optional<Secret> store = store(root);
    Section keysSection = root.section("keys");
    Path keys = folder.resolve(keysSection.text("file", "./jisr.keys")).normalize();
    keysSection.finish();
    if (keys.startsWith(data))
      root.problem(
          "keys",
          "puts the key file inside data",
          "Keep it elsewhere: whoever copies data must not get the keys");
    Section http = root.section("http");
    Settings.Http listener =
        new Settings.Http(
            http.text("host", Settings.Http.DEFAULT.host()),
            (int) http.whole("port", Settings.Http.DEFAULT.port(), 0, 65_535));
    http.finish();
    Settings.Codes codes = codes(root.section("codes"));
    String contact = root.text("contact", "");
    if (contact.length() > MAX_CONTACT) {
      root.problem(
          "contact",
          "is longer than " + MAX_CONTACT + " characters",
          "Give one number or short name");
    }
    List<Section> entries = root.sections("links");
    List<LinkSettings> links = links(entries, root, reading);
    DoorSettings door = door(entries, root, folder, codes);
    boolean sandbox = root.flag("sandbox", false);
    boolean samples = root.flag("samples", sandbox);
    if (sandbox && !entries.isEmpty())
      root.problem(
          "sandbox", "stands beside real links", "Remove the links, or write sandbox: false");
    if (!sandbox && entries.isEmpty() && reading.problems().isEmpty())
      root.problem("links", "is empty", "Add a link, or write sandbox: true");
    Limits limits = LimitsReader.read(root, links);
    Section log = root.section("log");
    Duration logKeep =
        log.duration("keep", Settings.LOG_KEEP, Duration.ofDays(1), Duration.ofDays(3_650));
    log.finish();
    Settings.Review review = review(root, sandbox);
    Almanac almanac = AlmanacReader.read(root.section("almanac"));
    Settings.Inbox inbox = inbox(root.section("hotspots"), folder);
    ApiSettings api = new ApiReader(folder).read(root);
    PeopleSettings people = PeopleReader.read(root.section("people"));
    ReportRules reports = ReportsReader.read(root.section("reports"));
    WalletSettings wallet = new WalletReader(folder).read(root, sandbox);
    NoticeRules notices = NoticesReader.read(root.section("notices"));
    AlertSettings alerts = new AlertsReader(folder).read(root.section("alerts"));
    root.finish();
    return new Settings(
        data, store, keys, listener, codes, contact, links, sandbox, samples, limits, logKeep,
        review, almanac, inbox, api, reports, wallet, notices, door, alerts, people);
  }

  /** The links whose aggregators call us, and where they do. */
  private static DoorSettings door(
      List<Section> entries, Section root, Path folder, Settings.Codes codes) {
    List<DoorSettings.DoorLink> calling = new ArrayList<>();
    for (Section entry : entries)
      DOORS.forEach(
          (type, reader) -> {
            if (entry.is("type", type)) calling.add(reader.read(entry, codes));
          });
    boolean calls = calling.stream().anyMatch(DoorSettings.DoorLink::calls);
    boolean named = root.has("door");
    if (named && !calls)
      root.problem(
          "door",
          "stands without a link that calls",
          "Add a link of type " + String.join(", ", DOORS.keySet()));
    Section section = root.section("door");
    Listener listener =
        new ListenerReader(folder).read(section, DoorSettings.PORT, "what people type");
    Proxies proxies = ListenerReader.proxies(section);
    section.finish();
    return new DoorSettings(calls ? Optional.of(listener) : Optional.empty(), proxies, calling);
  }

  private static Settings.Inbox inbox(Section section, Path folder) {
    Optional<String> inbox = section.text("inbox");
    List<String> areas = section.words("inbox-areas");
    if (inbox.isPresent() && !INBOX.matcher(inbox.get()).matches())
      section.problem(
          "inbox",
          "is not a folder of letters, digits, dots, dashes and slashes",
          "Write for example inbox: /var/spool/jisr");
    if (!areas.isEmpty() && inbox.isEmpty())
      section.problem("inbox-areas", "stands without an inbox", "Write inbox: too, or remove it");
    if (areas.size() > Territory.MOST_AREAS)
      section.problem(
          "inbox-areas", "has more than " + Territory.MOST_AREAS + " areas", "Name regions");
    section.finish();
    return new Settings.Inbox(inbox.map(name -> folder.resolve(name).normalize()), areas);
  }

  private static Settings.Review review(Section root, boolean sandbox) {
    Settings.Review usual = Settings.Review.usual(sandbox);
    Section section = root.section("unresolved");
    Duration keep = section.duration("keep", usual.keep(), Duration.ofDays(1), ReviewKeeper.KEEP);
    boolean named = section.has("reviewers");
    List<String> reviewers = named ? section.words("reviewers") : usual.reviewers();
    if (!reviewers.stream().allMatch(REVIEWER.asMatchPredicate()))
      section.problem(
          "reviewers",
          "holds what is no name of up to 32 letters, digits, dots and dashes",
          "Write for example reviewers: [amina, said]");
    if (keep.toHours() % HOURS_OF_DAY != 0)
      section.problem("keep", "is not a number of whole days", "Write for example keep: 7d");
    section.finish();
    return new Settings.Review(keep, reviewers);
  }

  private static Optional<Secret> store(Section root) {
    Optional<String> uri = root.text("store");
    if (uri.isEmpty()) return Optional.empty();
    boolean mongo = uri.get().startsWith("mongodb://") || uri.get().startsWith("mongodb+srv://");
    if (!mongo)
      root.problem(
          "store",
          "is not a MongoDB URI",
          "Write mongodb://host/database, or leave it out for the embedded store");
    if (root.literal("store") && uri.get().contains("@")) {
      root.problem(
          "store",
          "holds a password in the file",
          "Write store: \"${JISR_STORE}\", and change the password: it has been seen");
    }
    return Optional.of(new Secret(uri.get()));
  }

  private static Settings.Codes codes(Section section) {
    String sms = section.text("sms", Settings.Codes.DEFAULT.sms());
    String ussd = section.text("ussd", Settings.Codes.DEFAULT.ussd());
    if (!sms.matches("\\d{3,8}"))
      section.problem(
          "sms", "is not a short code of 3 to 8 digits", "Write for example sms: \"2121\"");
    if (HANDSET_CODE.matcher(ussd).matches()) {
      section.problem(
          "ussd",
          "begins like a code that handsets keep for themselves (*21, *3x, *43, *6x)",
          "Ask the operator for another one");
    } else if (!SERVICE_CODE.matcher(ussd).matches()) {
      section.problem("ussd", "is not a service code", "Write for example ussd: \"*585#\"");
    }
    section.finish();
    return new Settings.Codes(sms, ussd);
  }

  private static List<LinkSettings> links(List<Section> entries, Section root, Reading reading) {
    List<LinkSettings> links = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : entries) {
      String id = section.text("id", "");
      if (!id.isEmpty() && !ids.add(id))
        section.problem("id", "is used by two links", "Give each its own");
      if (DOORS.keySet().stream().noneMatch(type -> section.is("type", type)))
        links.add(new LinkReader(section).read());
    }
    if (entries.size() > LinkReader.MAX_LINKS)
      reading.problem(
          root.line(),
          "links",
          "has more than " + LinkReader.MAX_LINKS + " entries",
          "Run another node");
    return links;
  }
}
