package ma.jisr.service.wallet.benefit;

/**
 * A row of an agency's table that cannot be.
 *
 * @param line of the file
 * @param what is wrong, in English, naming the column; never what stands there
 */
public record BenefitRefusal(long line, String what) {}
