package org.linli.decisions.web;

import org.linli.platform.web.Texts;
import org.linli.rules.law.Citation;

/** Sources of rules in the reader's words. */
public final class Citations {

    private Citations() {}

    /** Such as 《民法典》第 278 条; a model is named with the city it is from, and no default of our own with an article. */
    public static String text(Texts texts, Citation citation) {
        String source = texts.isChinese()
                ? citation.source().chinese()
                : citation.source().english();
        return switch (citation.source()) {
            case OWN_DEFAULT -> texts.t("decisions.own-default");
            case MODEL_REGULATIONS -> texts.t("decisions.article.model", source, models(texts, citation.articles()));
            default -> texts.t("decisions.article", source, citation.articles());
        };
    }

    private static String models(Texts texts, String articles) {
        return articles.replace("杭州", texts.t("decisions.model.hangzhou"))
                .replace("宁波", texts.t("decisions.model.ningbo"));
    }
}
