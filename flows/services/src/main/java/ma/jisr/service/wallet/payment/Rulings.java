package ma.jisr.service.wallet.payment;

/**
 * What operators find out of a payment that nothing else could settle: one says it, another must
 * say the same.
 */
final class Rulings {
  private Rulings() {}

  static void take(Edit edit, Evidence.Ruled ruled) {
    if (edit.state() != State.REVIEW || !fits(edit, ruled.to())) return;
    Payment.Ruling before = edit.ruling();
    String of = ruled.transaction() == null ? "" : ruled.transaction();
    if (before == null || before.to() != ruled.to()) {
      edit.ruling(new Payment.Ruling(ruled.by(), ruled.to()))
          .note(ruled.by(), "found " + ruled.to(), of);
      return;
    }
    if (before.by().equals(ruled.by())) return;
    edit.ruling(null).to(ruled.to(), ruled.by(), "agreed", of);
    if (ruled.to() == State.FAILED) edit.tell(Notices.failed(null));
    if (ruled.to() == State.COMPLETED) edit.tell(Notices.LATE_DONE);
    if (ruled.to() == State.REVERSED) edit.tell(Notices.REVERSED);
  }

  private static boolean fits(Edit edit, State to) {
    return edit.reversing()
        ? to == State.REVERSED || to == State.REVERSAL_FAILED
        : to == State.COMPLETED || to == State.FAILED;
  }
}
