package ma.jisr.app.audience;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.wallet.Refusals;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.AudienceCounts;
import ma.jisr.service.audience.Filled;
import ma.jisr.service.audience.Group;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.GroupSize;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.service.audience.RelayPost;

/**
 * Who answers {@code jisr audience}. Words: {@code counts [AREA]}; {@code groups}, {@code group
 * ID}, {@code put ID NAME [AREA]}, {@code add ID NUMBER [LANGUAGE]}, {@code out ID NUMBER}, {@code
 * dissolve ID}; {@code relays AREA}, {@code register NUMBER PLACE KIND NAME}, {@code release
 * RELAY}, {@code told NOTICE}; {@code import FILE relays} and {@code import FILE add|replace ID},
 * FILE a number of the {@link Handover}. No line holds the number of a phone.
 */
public final class AudienceVerb implements Signed {
  private static final Set<String> READS = Set.of("counts", "groups", "group", "relays", "told");

  private final AudienceCounts counts;
  private final GroupDesk groups;
  private final RelayDesk relays;
  private final Announcements announcements;
  private final Handover handover;

  public AudienceVerb(
      AudienceCounts counts,
      GroupDesk groups,
      RelayDesk relays,
      Announcements announcements,
      Handover handover) {
    this.counts = counts;
    this.groups = groups;
    this.relays = relays;
    this.announcements = announcements;
    this.handover = handover;
  }

  @Override
  public boolean changes(List<String> words) {
    return words.isEmpty() || !READS.contains(words.getFirst());
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    // Nothing names the cause: what is said twice is so already.
    String writeId = "audience " + UUID.randomUUID();
    return switch (Words.at(words, 0)) {
      case "counts" ->
          AudienceLines.size(done(counts.of(actor, maybe(words, 1)), "area").size(), "follow it");
      case "groups" ->
          AudienceLines.all(Await.of(groups.list(actor)).stream().map(AudienceLines::line));
      case "group" -> size(groups.get(actor, Words.text(words, 1)));
      case "put" ->
          group(
              groups.put(
                  actor, Words.text(words, 1), Words.text(words, 2), maybe(words, 3), writeId));
      case "add" ->
          group(
              groups.add(
                  actor, Words.text(words, 1), Words.text(words, 2), maybe(words, 3), writeId));
      case "out" ->
          group(groups.dismiss(actor, Words.text(words, 1), Words.text(words, 2), writeId));
      case "dissolve" -> group(groups.remove(actor, Words.text(words, 1)));
      case "relays" ->
          AudienceLines.all(
              done(relays.list(actor, Words.text(words, 1)), "area").stream()
                  .map(AudienceLines::line));
      case "register" -> relay(relays.register(actor, draft(words), writeId));
      case "release" -> relay(relays.dismiss(actor, Words.text(words, 1)));
      case "told" ->
          AudienceLines.all(
              done(announcements.of(actor, Words.text(words, 1)), "notice").stream()
                  .map(AudienceLines::line));
      case "import" -> fill(actor, words, writeId);
      default -> throw new IllegalArgumentException("audience counts, groups, relays or import");
    };
  }

  private static RelayDesk.Draft draft(List<String> words) {
    return new RelayDesk.Draft(
        Words.text(words, 1), Words.text(words, 2), Words.text(words, 3), maybe(words, 4));
  }

  private static String maybe(List<String> words, int at) {
    return words.size() > at ? Words.text(words, at) : "";
  }

  private Told fill(Actor actor, List<String> words, String writeId) throws Exception {
    byte[] file = handover.take(Words.at(words, 1), Sheet.MOST_BYTES);
    String how = Words.text(words, 2);
    try {
      if (how.equals("relays"))
        return new Told(AudienceLines.filled(Await.of(relays.fill(actor, file, writeId))), "");
      String id = Words.text(words, 3);
      Filled filled = done(groups.fill(actor, id, file, how.equals("replace"), writeId), "group");
      return new Told(AudienceLines.filled(filled), id);
    } catch (BadSheetException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Told size(CompletableFuture<Ruling<GroupSize>> ruling) throws Exception {
    GroupSize found = done(ruling, "group");
    return new Told(List.of(AudienceLines.line(found)), found.group().id());
  }

  private static Told group(CompletableFuture<Ruling<Group>> ruling) throws Exception {
    Group group = done(ruling, "group");
    return new Told(List.of(AudienceLines.line(group)), group.id());
  }

  private static Told relay(CompletableFuture<Ruling<RelayPost>> ruling) throws Exception {
    RelayPost post = done(ruling, "relay");
    return new Told(List.of(AudienceLines.line(post)), post.id());
  }

  private static <T> T done(CompletableFuture<Ruling<T>> ruling, String thing) throws Exception {
    return Refusals.done(Await.of(ruling), thing);
  }
}
