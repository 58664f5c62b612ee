package ma.jisr.service.wallet.gsma;

/**
 * What a provider's status of a transaction means. The API leaves the words to the provider ("the
 * status as stored by the API provider"), so each has a table; a word that is not in it is neither
 * success nor failure.
 */
public enum Progress {
  PENDING,
  COMPLETED,
  FAILED
}
