package ma.jisr.app.challenge;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.challenges.offer.ListedOffer;
import ma.jisr.service.challenges.offer.OfferList;

/**
 * The offers of a challenge for accounts: whoever answers for it is known by the phone of theirs.
 */
public final class ChallengeOffers {
  private final OfferList offers;
  private final Accounts accounts;

  public ChallengeOffers(OfferList offers, Accounts accounts) {
    this.offers = offers;
    this.accounts = accounts;
  }

  /**
   * A page, oldest first.
   *
   * @param after the cursor of the page before; "" to start
   */
  public CompletableFuture<Ruling<OfferList.Page>> page(
      Actor actor, String code, String after, int most) {
    return accounts
        .get(actor.id())
        .thenCompose(
            found -> {
              Optional<String> person = found.flatMap(Account::person);
              return offers.read(actor, person.orElse(""), code, after, most);
            });
  }

  /** One as JSON; what somebody may not read is not there. */
  public static ObjectNode write(ListedOffer offer) {
    ObjectNode node = JsonFields.object().put("ref", offer.ref());
    node.put("state", lower(offer.state())).put("place", offer.place());
    node.put("made", offer.made().toString()).put("touched", offer.touched().toString());
    node.put("asked", offer.asked());
    JsonFields.put(node, "who", JsonFields.unlessEmpty(offer.who()));
    JsonFields.put(node, "line", JsonFields.unlessEmpty(offer.line()));
    if (!offer.phone().isEmpty()) node.put("phone", "+" + offer.phone());
    return node;
  }

  /** One as a line. */
  static String line(ListedOffer offer) {
    String line =
        String.format(
            Locale.ROOT,
            "%-8s  %-9s  %s  %s  asked %d",
            offer.ref(),
            lower(offer.state()),
            offer.made().toString().substring(0, 10),
            offer.place().isEmpty() ? "-" : offer.place(),
            offer.asked());
    if (!offer.who().isEmpty()) line += "  " + offer.who() + ": " + offer.line();
    return offer.phone().isEmpty() ? line : line + "  +" + offer.phone();
  }
}
