package ma.jisr.gateway.session;

/** The desks that know who is behind an address, as lanes call on them. */
interface Reception {
  /** Nobody is behind this alias any more. */
  void forgotten(String alias);

  /** Finds out anew who this came from: the person whom the alias named is gone. */
  void again(Work.Arrived work);

  /** The same, when the address is not to lead to this person any more. */
  void anew(String person, Work.Arrived work);
}
