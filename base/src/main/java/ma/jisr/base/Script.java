package ma.jisr.base;

/** A writing system that a handset may or may not be able to show. */
public enum Script {
  /** Latin letters within GSM-7 (3GPP TS 23.038 6.2.1): every handset shows it. */
  LATIN,
  /** Arabic letters, UCS-2; shown only to phones that have proved it. */
  ARABIC,
  /** Tifinagh, UCS-2; few handsets have the glyphs: chat and the web only. */
  TIFINAGH
}
