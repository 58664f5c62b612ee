package ma.jisr.gateway.bulk;

import ma.jisr.flow.port.carry.Line;

/**
 * What the settings say of a link that carries messages.
 *
 * @param link its id
 * @param rate segments a second
 * @param window of submit_sm that wait for their answers
 * @param centimes of a segment; below 0 when nobody has said
 */
public record BulkLink(String link, int rate, int window, long centimes) {
  Line line(boolean up) {
    return new Line(link, up, rate, window, centimes);
  }
}
