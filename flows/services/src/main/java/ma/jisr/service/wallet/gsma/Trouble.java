package ma.jisr.service.wallet.gsma;

import java.util.Map;
import java.util.Set;
import ma.jisr.service.wallet.port.Fault;
import org.jspecify.annotations.Nullable;

/**
 * An error object of the API.
 *
 * @param category plain, as {@link Words#plain}; "" when there is none
 * @param code plain
 * @param shown the code as it was, for operators
 */
record Trouble(String category, String code, String shown) {
  private static final Set<String> DECIDED =
      Set.of("businessrule", "validation", "identification", "authorisation", "authorization");

  private static final Set<String> THEIRS = Set.of("internal", "serviceunavailable");

  private static final Map<String, Fault> FAULTS =
      Map.ofEntries(
          Map.entry("insufficientfunds", Fault.INSUFFICIENT_FUNDS),
          Map.entry("dailyvolumelimitexceeded", Fault.LIMIT),
          Map.entry("dailyvaluelimitexceeded", Fault.LIMIT),
          Map.entry("weeklyvolumelimitexceeded", Fault.LIMIT),
          Map.entry("weeklyvaluelimitexceeded", Fault.LIMIT),
          Map.entry("monthlyvolumelimitexceeded", Fault.LIMIT),
          Map.entry("monthlyvaluelimitexceeded", Fault.LIMIT),
          Map.entry("accountmaxtotalvolumeexceeded", Fault.LIMIT),
          Map.entry("accountmaxtotalvalueexceeded", Fault.LIMIT),
          Map.entry("lessthantransactionminvalue", Fault.AMOUNT),
          Map.entry("greaterthantransactionmaxvalue", Fault.AMOUNT),
          Map.entry("maxbalanceexceeded", Fault.PAYEE_FULL),
          Map.entry("samepartieserror", Fault.SAME_PARTIES),
          Map.entry("incorrectstate", Fault.STATE),
          Map.entry("quotehasexpired", Fault.STATE),
          Map.entry("underpaymentnotallowed", Fault.BILL_AMOUNT),
          Map.entry("overpaymentnotallowed", Fault.BILL_AMOUNT),
          Map.entry("requestdeclined", Fault.DECLINED),
          Map.entry("identifiererror", Fault.NO_ACCOUNT),
          Map.entry("transactiontypeerror", Fault.NOT_PERMITTED),
          Map.entry("nomandateauthority", Fault.NOT_PERMITTED),
          Map.entry("linkviolation", Fault.NOT_PERMITTED),
          Map.entry("countryoforiginnotpermitted", Fault.NOT_PERMITTED),
          Map.entry("nationalitynotpermitted", Fault.NOT_PERMITTED),
          Map.entry("iddocumentnotsupported", Fault.NOT_PERMITTED),
          Map.entry("issuingcountrynotsupported", Fault.NOT_PERMITTED),
          Map.entry("servicingpartyauthorisationerror", Fault.NOT_PERMITTED),
          Map.entry("requestingpartyauthorisationerror", Fault.NOT_PERMITTED),
          Map.entry("clientauthorisationerror", Fault.NOT_PERMITTED),
          Map.entry("lengtherror", Fault.MALFORMED),
          Map.entry("formaterror", Fault.MALFORMED),
          Map.entry("negativevalue", Fault.MALFORMED),
          Map.entry("currencynotsupported", Fault.MALFORMED),
          Map.entry("mandatoryvaluenotsupplied", Fault.MALFORMED),
          Map.entry("invalidoffset", Fault.MALFORMED));

  static Trouble of(Fields fields) {
    String code = fields.textOr("errorCode");
    return new Trouble(
        Words.plain(fields.textOr("errorCategory")), Words.plain(code), Words.code(code));
  }

  /** It has this already, under this id. */
  boolean duplicate() {
    return code.equals("duplicaterequest");
  }

  /** Too many requests: not looked at. */
  boolean tooMany() {
    return code.equals("ratelimiterror");
  }

  /** It does not know who asks: not looked at. */
  boolean stranger() {
    return code.equals("clientauthorisationerror");
  }

  /** There is no such thing. */
  boolean nothing() {
    return category.equals("identification") || code.equals("identifiererror");
  }

  /**
   * Whether it says that what was asked was looked at and turned down: a category of that kind, or
   * a code that has no other meaning. An error of theirs says nothing of what became of a payment.
   */
  boolean decided() {
    return !THEIRS.contains(category) && (DECIDED.contains(category) || FAULTS.containsKey(code));
  }

  Fault fault() {
    @Nullable Fault known = FAULTS.get(code);
    if (known != null) return known;
    return category.equals("identification") ? Fault.NO_ACCOUNT : Fault.OTHER;
  }
}
