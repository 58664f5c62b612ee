package ma.jisr.service.challenges.offer;

import java.time.Instant;

/**
 * An offer as those are told of it who look after its challenge.
 *
 * @param ref as people know it
 * @param place the id of the place where
 * @param made when
 * @param touched when somebody did something last
 * @param asked questions about it
 * @param who offers, and {@code line} what; "" for who may not read that, and once it is erased
 * @param phone of who offers, E.164 digits; "" unless both have agreed
 */
public record ListedOffer(
    String ref,
    Offer.State state,
    String place,
    Instant made,
    Instant touched,
    int asked,
    String who,
    String line,
    String phone) {
  @Override
  public String toString() {
    return "ListedOffer[" + ref + ' ' + state + "]";
  }
}
