package ma.jisr.service.wallet.claim;

import java.util.Optional;
import ma.jisr.base.LocalText;
import ma.jisr.service.words.PhoneWords;

/** To whom somebody may turn next who is not content with an answer, or has had none. */
public enum Recourse {
  /** The bank mediation centre: free of charge. */
  CMMB,
  /** The central bank. */
  BAM,
  /** Nobody but a court. */
  NONE;

  private static final LocalText MEDIATOR =
      PhoneWords.of(
          "médiation bancaire CMMB",
          "banking mediator CMMB",
          "الوساطة البنكية CMMB",
          "الوساطة البنكية CMMB",
          "lwasata lbankia CMMB",
          "lwasata lbankia CMMB");

  private static final LocalText CENTRAL_BANK =
      PhoneWords.of(
          "Bank Al-Maghrib",
          "Bank Al-Maghrib",
          "بنك المغرب",
          "بنك المغرب",
          "Bank Al-Maghrib",
          "Bank Al-Maghrib");

  /** What people know it as, at most 32 characters; empty for {@link #NONE}. */
  public Optional<LocalText> words() {
    return switch (this) {
      case CMMB -> Optional.of(MEDIATOR);
      case BAM -> Optional.of(CENTRAL_BANK);
      case NONE -> Optional.empty();
    };
  }

  /** Whom to turn to after this one. */
  public Recourse next() {
    return this == CMMB ? BAM : NONE;
  }
}
