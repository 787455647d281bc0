package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Inbox;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class InboxTests {

    private static final Scope STREET = new Scope.OfDivision(new DivisionCode("331002002"));

    @Autowired
    Messages messages;

    @Autowired
    Inbox inbox;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @LocalServerPort
    int port;

    StaffMember reader;

    @BeforeEach
    void somebody() {
        reader = new StaffMember(people, real, Role.STREET, STREET);
    }

    @Test
    void oneReadsTheOwnMessagesAndNobodyElses() {
        tell(reader, "给您的", "第一行\n第二行 <b>");
        StaffMember other = new StaffMember(people, real, Role.STREET, STREET);
        tell(other, "给别人的", "别人的话");
        Visitor visitor = reader.signedIn(port);

        assertThat(visitor.get("/account/messages").body())
                .contains("给您的", "第二行 &lt;b&gt;")
                .doesNotContain("给别人的");
        assertThat(new Visitor(port).get("/account/messages").statusCode())
                .as("without signing in")
                .isNotEqualTo(200);
    }

    /** On the desk as news and beside the menu, until the page was opened. */
    @Test
    void whatIsNewIsOnTheDeskUntilItIsSeen() {
        tell(reader, "新通知甲", "甲");
        tell(reader, "新通知乙", "乙");
        Visitor visitor = reader.signedIn(port);

        assertThat(inbox.countFresh(reader.account())).isEqualTo(2);
        assertThat(visitor.get("/desk").body()).contains("读消息：新通知甲", "读消息：新通知乙");
        assertThat(visitor.get("/account/messages").body()).contains(">新</span>");
        assertThat(inbox.countFresh(reader.account())).isZero();
        assertThat(visitor.get("/desk").body()).doesNotContain("读消息：");
        assertThat(visitor.get("/account/messages").body()).doesNotContain(">新</span>");
    }

    @Test
    void messagesAboutTheSameThingStandTogether() {
        messages.send(Message.toAccount(reader.account(), "树头一", "一").in("heads:1-1"));
        tell(reader, "别的事", "别的");
        messages.send(Message.toAccount(reader.account(), "树头二", "二").in("heads:1-1"));
        Visitor visitor = reader.signedIn(port);

        assertThat(visitor.get("/account/messages").body())
                .contains("树头二", "别的事", "此事共 2 条消息")
                .doesNotContain("树头一");
        assertThat(visitor.get("/account/messages/thread?of=heads:1-1").body())
                .contains("树头一", "树头二")
                .doesNotContain("别的事");
        Visitor other = new StaffMember(people, real, Role.STREET, STREET).signedIn(port);
        assertThat(other.get("/account/messages/thread?of=heads:1-1").statusCode())
                .as("somebody else's thread is as unknown as none")
                .isEqualTo(404);
    }

    @Test
    void olderOnesAreAPageOn() {
        for (int i = 1; i <= 31; i++) {
            tell(reader, "编号" + i + "号", "内容");
        }
        Visitor visitor = reader.signedIn(port);
        long oldest = inbox.listThreads(reader.account(), Long.MAX_VALUE, 30)
                .getLast()
                .id();

        assertThat(visitor.get("/account/messages").body())
                .contains("编号31号", "编号2号", "before=" + oldest)
                .doesNotContain("编号1号");
        assertThat(visitor.get("/account/messages?before=" + oldest).body())
                .contains("编号1号")
                .doesNotContain("编号2号", "before=");
    }

    private void tell(StaffMember who, String subject, String body) {
        messages.send(Message.toAccount(who.account(), subject, body));
    }
}
