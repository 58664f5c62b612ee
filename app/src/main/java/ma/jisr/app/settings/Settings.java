package ma.jisr.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.unresolved.ReviewKeeper;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.report.ReportRules;
import ma.jisr.service.notices.notice.NoticeRules;

/**
 * Everything that an operator can set: see docs/configuration.md.
 *
 * @param data the embedded store's folder
 * @param store a MongoDB URI instead of the embedded store
 * @param keys the key file, outside {@code data}
 * @param http where health is served
 * @param codes the short code and the service code
 * @param contact how a human is reached; empty when nobody is
 * @param links to operators; empty with the sandbox
 * @param sandbox whether the simulated world runs in this process
 * @param samples whether the marked sample hotspots are loaded
 * @param limits of cost and abuse
 * @param logKeep how long the message log is kept, whole days
 * @param review of what was not understood
 * @param almanac the days that opening hours depend on, as far as they were announced
 * @param inbox of files of hotspots
 * @param api where the API is served
 * @param reports how voices of the field are weighed
 * @param wallet with whom people may pay
 * @param notices what officials may send without anybody else
 * @param door where aggregators call, and which of them may
 * @param alerts of the Common Alerting Protocol
 * @param people how long somebody is the same person, and kept
 */
public record Settings(
    Path data,
    Optional<Secret> store,
    Path keys,
    Http http,
    Codes codes,
    String contact,
    List<LinkSettings> links,
    boolean sandbox,
    boolean samples,
    Limits limits,
    Duration logKeep,
    Review review,
    Almanac almanac,
    Inbox inbox,
    ApiSettings api,
    ReportRules reports,
    WalletSettings wallet,
    NoticeRules notices,
    DoorSettings door,
    AlertSettings alerts,
    PeopleSettings people) {
  /** A quarter: long enough for an operator's bill to be disputed. */
  public static final Duration LOG_KEEP = Duration.ofDays(90);

  public Settings {
    links = List.copyOf(links);
  }

  /** With the message log kept for {@link #LOG_KEEP}, the usual reviewers and rules, and no API. */
  public Settings(
      Path data,
      Optional<Secret> store,
      Path keys,
      Http http,
      Codes codes,
      String contact,
      List<LinkSettings> links,
      boolean sandbox,
      boolean samples,
      Limits limits) {
    this(
        data,
        store,
        keys,
        http,
        codes,
        contact,
        links,
        sandbox,
        samples,
        limits,
        LOG_KEEP,
        Review.usual(sandbox),
        Almanac.COMPUTED,
        Inbox.NONE,
        ApiSettings.OFF,
        ReportRules.USUAL,
        WalletSettings.NONE,
        NoticeRules.USUAL,
        DoorSettings.NONE,
        AlertSettings.NONE,
        PeopleSettings.USUAL);
  }

  /**
   * Without a file: the embedded store, the sandbox and the samples, all in the working folder; the
   * API on the loopback.
   */
  public static Settings ofSandbox(Path folder) {
    return new Settings(
        folder.resolve("data"),
        Optional.empty(),
        folder.resolve("jisr.keys"),
        Http.DEFAULT,
        Codes.DEFAULT,
        "",
        List.of(),
        true,
        true,
        Limits.usual(),
        LOG_KEEP,
        Review.usual(true),
        Almanac.COMPUTED,
        Inbox.NONE,
        ApiSettings.ofSandbox(),
        ReportRules.USUAL,
        WalletSettings.NONE,
        NoticeRules.USUAL,
        DoorSettings.NONE,
        AlertSettings.NONE,
        PeopleSettings.USUAL);
  }

  /**
   * Who may read what was not understood. Without anybody nothing of it is kept.
   *
   * @param keep how long texts are kept, whole days, at most seven
   * @param reviewers names
   */
  public record Review(Duration keep, List<String> reviewers) {
    /** The one reviewer of a sandbox, where all people are simulated. */
    public static final String SANDBOX = "sandbox";

    public Review {
      reviewers = List.copyOf(reviewers);
    }

    static Review usual(boolean sandbox) {
      return new Review(ReviewKeeper.KEEP, sandbox ? List.of(SANDBOX) : List.of());
    }
  }

  /**
   * The folder into which files of hotspots are put.
   *
   * @param folder empty when none is watched
   * @param areas of the gazetteer whose hotspots such files may change; empty for all
   */
  public record Inbox(Optional<Path> folder, List<String> areas) {
    public static final Inbox NONE = new Inbox(Optional.empty(), List.of());

    public Inbox {
      areas = List.copyOf(areas);
    }
  }

  /** A listener. Port 0 takes a free one. */
  public record Http(String host, int port) {
    public static final Http DEFAULT = new Http("127.0.0.1", 8080);
  }

  /**
   * What people text and dial.
   *
   * @param sms the short code, 3 to 8 digits
   * @param ussd the service code, such as {@code *585#}
   */
  public record Codes(String sms, String ussd) {
    public static final Codes DEFAULT = new Codes("2121", "*585#");
  }
}
