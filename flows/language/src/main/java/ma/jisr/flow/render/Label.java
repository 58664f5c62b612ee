package ma.jisr.flow.render;

/**
 * An option ready to be put on a page: its words are filled in, its digit is not.
 *
 * @param id what choosing it means to the engine
 * @param text in the language of the screen
 * @param digit its fixed digit, empty when it is numbered per page
 */
record Label(String id, String text, String digit) {}
