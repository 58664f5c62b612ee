package ma.jisr.sandbox.wallet.payment;

/**
 * An error of the GSMA Mobile Money API 1.2.
 *
 * @param status of HTTP
 * @param category its errorCategory
 * @param code its errorCode
 * @param words its errordescription: without anything of the request
 */
public record Problem(int status, String category, String code, String words) implements Decision {
  /** A request that says something wrong. */
  public static Problem format(String words) {
    return new Problem(400, "validation", "formatError", words);
  }

  /** A request that leaves something out. */
  public static Problem missing(String field) {
    return new Problem(400, "validation", "mandatoryValueNotSupplied", field + " is missing");
  }

  /** Something that the rules do not permit. */
  public static Problem rule(String code, String words) {
    return new Problem(400, "businessRule", code, words);
  }

  /** Nobody, or nothing, has this name. */
  public static Problem unknown(String what) {
    return new Problem(404, "identification", "identifierError", what + " is not known");
  }

  /** Whoever asks is not known. */
  public static Problem stranger() {
    return new Problem(401, "authorisation", "clientAuthorisationError", "no valid credentials");
  }

  /** Something went wrong here. */
  public static Problem internal() {
    return new Problem(500, "internal", "genericError", "something went wrong");
  }

  /** The service is not to be had. */
  public static Problem unavailable() {
    return new Problem(503, "serviceUnavailable", "genericError", "not available now");
  }

  /** Too many requests. */
  public static Problem tooMany() {
    return new Problem(429, "businessRule", "rateLimitError", "too many requests");
  }

  /** The payer has refused, or has not approved in time. */
  public static Problem declined(String words) {
    return rule("requestDeclined", words);
  }
}
