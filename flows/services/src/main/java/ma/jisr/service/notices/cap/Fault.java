package ma.jisr.service.notices.cap;

import java.util.Locale;

/** What can be wrong with an alert. */
public enum Fault {
  /** More bytes than an alert may have. */
  TOO_LARGE,
  /** No XML, or XML that wants something done: a document type, entities, too much nesting. */
  NOT_XML,
  /** XML of something else. */
  NOT_CAP,
  /** Not as the schema of CAP 1.2 has it. */
  SCHEMA,
  /** A sender, identifier or reference that cannot be one. */
  NAME,
  /** Not for the public, or no message about a danger: an acknowledgement, a system's own. */
  NOT_FOR_US,
  /** A shape that encloses nothing, is not closed or lies elsewhere. */
  SHAPE,
  /** It names and draws nowhere that we know. */
  NOWHERE,
  /** An hour before another that it must follow. */
  HOURS,
  /** Its information blocks contradict each other. */
  CONTRADICTION,
  /** It says nothing, or nothing in a language that we speak. */
  NOTHING_SAID,
  /** More parts than we take. */
  TOO_MANY,
  /** No source is configured with this sender. */
  UNKNOWN_SENDER,
  /** Its source signs, and this is not signed, or not by it. */
  UNSIGNED,
  /** It changes or takes back what this source did not send. */
  UNKNOWN_REFERENCE,
  /** It is over. */
  EXPIRED,
  /** It was sent too long ago to begin with it now. */
  TOO_OLD,
  /** It was sent in the future. */
  TOO_EARLY,
  /** Another alert of this sender has had its identifier. */
  DUPLICATE,
  /** What it refers to has been changed or taken back by a later one. */
  OVERTAKEN,
  /** It reaches beyond the territory of its source. */
  OUTSIDE,
  /** The desk of notices did not take it. */
  REFUSED;

  /** As reports and the API write it: "not-xml". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
