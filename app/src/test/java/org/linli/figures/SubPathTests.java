package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Behind a proxy that gives Linli a sub-path, a machine follows the addresses in an answer as they are. */
@LinliTest
class SubPathTests {

    @Autowired
    WebApplicationContext context;

    @Test
    void addressesInAnswersStandUnderTheSubPath() throws Exception {
        JsonNode definition = answer("/linli/api/v1/figures").get(0);
        JsonNode value = answer(definition.get("href").asString() + "?asOf=2023-11-02");
        JsonNode rows = answer(value.get("rows").asString() + "&limit=1");

        assertThat(value.get("numerator").asLong()).isEqualTo(1043);
        assertThat(rows.get("total").asLong()).isEqualTo(1043);
        assertThat(rows.get("rows").get(0).get("page").asString()).startsWith("/linli/communities/");
    }

    /** @throws AssertionError if the address is not below the sub-path */
    private JsonNode answer(String path) throws Exception {
        assertThat(path).startsWith("/linli/");
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        String body = mvc.perform(
                        MockMvcRequestBuilders.get(java.net.URI.create(path)).contextPath("/linli"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(body);
    }
}
