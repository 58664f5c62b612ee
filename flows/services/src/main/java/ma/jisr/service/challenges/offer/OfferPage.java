package ma.jisr.service.challenges.offer;

import java.util.List;

/**
 * Some of a challenge's offers, oldest first.
 *
 * @param next the cursor behind which to go on; "" when these were the last
 */
public record OfferPage(List<Offer> offers, String next) {
  public OfferPage {
    offers = List.copyOf(offers);
  }
}
