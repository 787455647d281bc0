package org.linli.publishing.notices.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.publishing.notices.Notice;

/** One notice for everybody. @param photos where and when it was seen hanging; the pictures stay with the desk */
public record PublicNoticePage(Notice notice, List<Notice.Photo> photos, LocalDate today) {}
