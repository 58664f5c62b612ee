package ma.jisr.service.notices.notice;

/** How somebody came who does something with a notice. */
public enum Way {
  /** By the API. */
  API,
  /** By their phone: USSD, or an SMS whose sender has proved to have the phone. */
  PHONE,
  /** By the command line. */
  COMMAND,
  /** As a CAP file of a configured source. */
  SOURCE,
  /** Nobody: its time had come. */
  CLOCK
}
