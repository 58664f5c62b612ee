package ma.jisr.flow.port.carry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The port by which texts to many go out, one parcel at a time and outside any person's document.
 * Who sends writes down first what it is about to send, and asks the marks after a crash. Callable
 * from any thread; never blocks.
 */
public interface Carrier {
  /**
   * Hands one text to its link, behind what waits there already: whoever sends keeps no more in
   * flight than {@link Line#ahead()}. Never fails: the outcome says it.
   */
  CompletableFuture<Carried> carry(Parcel parcel);

  /**
   * Which segments of these parcels an SMSC has certainly taken; nothing for a parcel of which
   * nobody knows. Fails when the store does not answer: nothing may be concluded then.
   *
   * @param parcels asked for: at most {@link #MOST}
   */
  CompletableFuture<Map<String, Marked>> marks(List<Tracked> parcels);

  /**
   * What receipts say of parcels and nobody has read yet, oldest first: durable before they are
   * acknowledged to the network, kept until {@link #read}.
   *
   * @param most 1 to {@link #MOST}
   */
  CompletableFuture<List<Delivery>> deliveries(int most);

  /** These are recorded, and are told no more. */
  CompletableFuture<Void> read(List<Delivery> deliveries);

  /**
   * Receipts that belong to no message known, for parcels that may have gone without a mark: by the
   * receiver's number, no older than the parcel's sending. Only for such parcels.
   */
  CompletableFuture<Map<String, Fate>> strays(List<Tracked> parcels);

  /** The links of this node that messages go by, as they are now. */
  List<Line> lines();

  /**
   * The link that a message is best sent by now; empty while none can.
   *
   * @param link by which the receiver is usually written to
   * @param number E.164 without the plus
   */
  Optional<String> route(String link, String number);

  /**
   * Whether the day's ceiling lets nothing more of a feature go that is not an emergency, by any of
   * the links that are up.
   */
  boolean spent(String feature);

  /** Parcels asked for at once: a page of the store. */
  int MOST = 500;
}
