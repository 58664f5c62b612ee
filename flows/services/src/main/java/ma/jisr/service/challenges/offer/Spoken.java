package ma.jisr.service.challenges.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a word about an offer.
 *
 * @param outcome in a word, as flows hear it
 * @param offer that it is about; null for none
 * @param phone of the other, E.164 digits, where both have agreed; "" else
 * @param who the name that the other gave; "" where it is not told
 * @param refs between which to choose, where several may be meant
 */
public record Spoken(
    String outcome, @Nullable Offer offer, String phone, String who, List<String> refs) {
  public Spoken {
    refs = List.copyOf(refs);
  }

  static Spoken of(String outcome) {
    return new Spoken(outcome, null, "", "", List.of());
  }

  static Spoken of(String outcome, Offer offer) {
    return new Spoken(outcome, offer, "", "", List.of());
  }

  static Spoken which(List<Offer> offers) {
    return new Spoken("which", null, "", "", offers.stream().map(Offer::ref).toList());
  }

  @Override
  public String toString() {
    return "Spoken[" + outcome + "]";
  }
}
