package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The journeys' own eyes: they see what is grave, on a page they have found in order before as well. */
class PagesIT {

    private static final String HEAD =
            "<!doctype html><html lang=\"zh\"><head><title>页</title></head><body><main><h1>页</h1>";
    private static final String IMAGE = "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">";

    @Test
    void whatABlindVisitorWouldMissIsNamed() {
        try (Pages pages = new Pages(0, 390, "zh")) {
            pages.page().setContent(HEAD + "<p>好</p></main>");
            pages.check("in order").check("in order, seen again");

            pages.page().setContent(HEAD + IMAGE + "<button></button><p style=\"color:#ccc\">淡得看不清的字</p></main>");
            assertThatThrownBy(() -> pages.check("grave"))
                    .hasMessageContaining("image-alt")
                    .hasMessageContaining("button-name")
                    .hasMessageContaining("color-contrast");

            pages.page().setContent(HEAD + "<div style=\"width:500px\">宽</div></main>");
            assertThatThrownBy(() -> pages.check("wide")).hasMessageContaining("scrolls sideways");
        }
    }
}
