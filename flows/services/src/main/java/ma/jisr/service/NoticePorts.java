package ma.jisr.service;

import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.NoticeBook;
import ma.jisr.service.notices.notice.NoticeDesk;

/**
 * What the notice service is handed.
 *
 * @param book all notices, to be asked
 * @param desk where they are written, approved and taken back
 * @param hazards for which words lie ready
 */
public record NoticePorts(NoticeBook book, NoticeDesk desk, Hazards hazards) {}
