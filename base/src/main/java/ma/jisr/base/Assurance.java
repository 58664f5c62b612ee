package ma.jisr.base;

/** How sure we are who speaks; ordered, weakest first. */
public enum Assurance {
  /** An SMS: its sender can be forged. */
  CLAIMED,
  /** USSD over a trusted link: the network vouches for the number. */
  NETWORK,
  /** A chat account that its owner has tied to the number. */
  LINKED,
  /** An API client with a token. */
  SIGNED_IN
}
