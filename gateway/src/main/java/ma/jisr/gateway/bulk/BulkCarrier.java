package ma.jisr.gateway.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.port.carry.Carried;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.flow.port.carry.Line;
import ma.jisr.flow.port.carry.Marked;
import ma.jisr.flow.port.carry.Parcel;
import ma.jisr.flow.port.carry.Tracked;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.delivery.Mark;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.limit.Ceilings;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.log.MessageLog;

/**
 * The carrier of texts to many, over the links of this node. What it hands out is marked when an
 * SMSC takes it, as everything is, and told to the message log under the person's pseudonym.
 */
public final class BulkCarrier implements Carrier {
  private static final String HELD_BY_CEILING = "the day's ceiling";

  private final Ground on;
  private final Map<String, BulkLink> links;
  private final String code;

  /**
   * What a carrier stands on.
   *
   * @param loop of its log
   * @param channels the links
   * @param marks of what has been taken
   * @param desk where receipts meet them
   * @param receipts of parcels
   * @param ceilings of segments
   * @param log confined to the loop
   * @param pseudonym of a person's id
   * @param alias of E.164 digits
   */
  public record Ground(
      Loop loop,
      Channels channels,
      SentMarks marks,
      ReceiptDesk desk,
      ParcelReceipts receipts,
      Ceilings ceilings,
      MessageLog log,
      UnaryOperator<String> pseudonym,
      UnaryOperator<String> alias) {}

  /**
   * @param links that carry messages, in the order of the settings
   * @param code from which they come when a parcel names none
   */
  public BulkCarrier(Ground on, List<BulkLink> links, String code) {
    this.on = on;
    this.links = new LinkedHashMap<>();
    for (BulkLink link : links) this.links.put(link.link(), link);
    this.code = code;
  }

  @Override
  public CompletableFuture<Carried> carry(Parcel parcel) {
    Channel channel = on.channels().of(parcel.link());
    if (channel == null || !links.containsKey(parcel.link()))
      return CompletableFuture.completedFuture(new Carried.Held("no such link", parcel.taken()));
    Instant now = on.loop().now();
    int segments = Segments.of(parcel.text()).count();
    int paid = segments - Integer.bitCount(parcel.taken());
    if (!goes(parcel, paid, now))
      return CompletableFuture.completedFuture(new Carried.Held(HELD_BY_CEILING, parcel.taken()));
    // Counted before it goes, or all that are in flight would pass a ceiling together.
    on.ceilings().spend(parcel.link(), parcel.feature(), paid, now);
    return channel.send(outbound(parcel)).thenApply(sent -> settled(parcel, segments, sent));
  }

  private boolean goes(Parcel parcel, int segments, Instant now) {
    if (parcel.urgency() == Urgency.EMERGENCY) return true;
    return goes(parcel.link(), parcel.feature(), segments, now);
  }

  private boolean goes(String link, String feature, int segments, Instant now) {
    return on.ceilings().verdict(link, feature, Spent.NOTHING, segments, now)
        == Ceilings.Verdict.GOES;
  }

  private Outbound outbound(Parcel parcel) {
    return new Outbound(
        ParcelIds.entry(parcel.id()),
        parcel.person(),
        Outbound.Kind.MESSAGE,
        parcel.urgency(),
        new Address("tel", parcel.number()),
        parcel.code().isEmpty() ? code : parcel.code(),
        parcel.text(),
        null,
        parcel.latest(),
        parcel.until(),
        parcel.taken());
  }

  private Carried settled(Parcel parcel, int segments, Sent sent) {
    Carried carried = carried(segments, sent);
    int had = parcel.taken();
    int has =
        switch (carried) {
          case Carried.Taken all -> (1 << segments) - 1;
          case Carried.Held held -> held.taken();
          case Carried.Later later -> later.taken();
          // What is in doubt may have been paid.
          case Carried.Uncertain unsure -> (1 << segments) - 1;
          default -> had;
        };
    int unspent = segments - Integer.bitCount(has | had);
    if (unspent > 0)
      on.ceilings().spend(parcel.link(), parcel.feature(), -unspent, on.loop().now());
    boolean again = carried instanceof Carried.Held || carried instanceof Carried.Later;
    if (!again) on.loop().execute(() -> log(parcel, segments, Sent.name(sent)));
    return carried;
  }

  private static Carried carried(int segments, Sent sent) {
    return switch (sent) {
      case Sent.Taken taken -> new Carried.Taken(segments);
      case Sent.Held held -> new Carried.Held(held.status(), held.taken());
      case Sent.Later later -> new Carried.Later(later.status(), later.taken());
      case Sent.Refused refused -> new Carried.Refused(refused.status());
      case Sent.Uncertain unsure -> new Carried.Uncertain(unsure.status(), unsure.taken());
      case Sent.Expired expired -> new Carried.Expired();
      case Sent.Unseen unseen -> new Carried.Held(unseen.status(), 0);
    };
  }

  private void log(Parcel parcel, int segments, String state) {
    BulkLink link = links.get(parcel.link());
    long cost = link == null || link.centimes() < 0 ? -1 : link.centimes() * segments;
    StringBuilder row = new StringBuilder();
    LogRow.message(row, "MT", "MESSAGE", parcel.link(), segments, cost, state);
    String turn = ParcelIds.turn(parcel.id());
    on.log()
        .turn(
            on.pseudonym().apply(parcel.person()),
            LogRow.turn(on.loop().now(), turn, row.toString()),
            copied -> {});
  }

  @Override
  public CompletableFuture<Map<String, Marked>> marks(List<Tracked> parcels) {
    Map<String, Instant> entries = HashMap.newHashMap(parcels.size());
    for (Tracked parcel : parcels) entries.put(ParcelIds.entry(parcel.id()), parcel.until());
    return on.marks().of(entries).thenApply(BulkCarrier::marked);
  }

  private static Map<String, Marked> marked(List<Mark> marks) {
    Map<String, Marked> all = new HashMap<>();
    for (Mark mark : marks)
      all.merge(
          ParcelIds.parcel(mark.entry()),
          new Marked(1 << (mark.segment() - 1), mark.segments()),
          (one, other) -> new Marked(one.taken() | other.taken(), one.segments()));
    return all;
  }

  @Override
  public CompletableFuture<List<Delivery>> deliveries(int most) {
    return on.receipts().oldest(most);
  }

  @Override
  public CompletableFuture<Void> read(List<Delivery> deliveries) {
    return on.receipts().delete(deliveries);
  }

  @Override
  public CompletableFuture<Map<String, Fate>> strays(List<Tracked> parcels) {
    Map<String, Fate> found = new HashMap<>();
    List<CompletableFuture<Void>> asked = new ArrayList<>();
    for (Tracked parcel : parcels)
      asked.add(
          on.desk()
              .unmatched(on.alias().apply(parcel.number()), parcel.sent())
              .thenAccept(state -> state.ifPresent(s -> put(found, parcel.id(), s))));
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> found);
  }

  private static void put(Map<String, Fate> found, String parcel, Receipt.State state) {
    synchronized (found) {
      found.put(parcel, ParcelReceipts.fate(state));
    }
  }

  @Override
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>(links.size());
    for (BulkLink link : links.values()) lines.add(link.line(on.channels().up(link.link())));
    return lines;
  }

  @Override
  public Optional<String> route(String link, String number) {
    String best = on.channels().choice().choose(link, false, number, this::sends);
    return sends(best) ? Optional.of(best) : Optional.empty();
  }

  @Override
  public boolean spent(String feature) {
    Instant now = on.loop().now();
    boolean up = false;
    for (String link : links.keySet()) {
      if (!on.channels().up(link)) continue;
      if (goes(link, feature, 1, now)) return false;
      up = true;
    }
    return up;
  }

  private boolean sends(String link) {
    return links.containsKey(link) && on.channels().up(link);
  }
}
