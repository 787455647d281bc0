package org.linli.decisions.reach.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingDevices;
import org.linli.decisions.reach.assistance.VotingPoint;

/**
 * Voting points and the sessions held there.
 *
 * @param mine numbers of the points at which the reader is one of the two
 * @param wishes homes whose owners wait for a visit
 * @param devices that stand at the points, or were said to
 * @param reader who looks
 * @param here keyed hash of the device that asks, empty when it has no mark
 * @param mayRegister whether this hat registers points
 */
public record AssistancePage(
        Head head,
        List<VotingPoint> points,
        List<VotingPoint> mine,
        List<Line> sessions,
        List<Wish> wishes,
        List<VotingDevices.Device> devices,
        String here,
        Actor reader,
        boolean mayRegister,
        Refusal refusal,
        Typed typed) {

    /** An owner who asked for a visit. */
    public record Wish(String address, Instant at) {}

    public long devicesAt(VotingPoint point) {
        return devices.stream()
                .filter(device -> device.point() == point.number() && device.stands())
                .count();
    }

    /** The registration of the device in front of the reader. */
    public Optional<VotingDevices.Device> thisDevice() {
        return devices.stream()
                .filter(device -> device.device().equals(here) && device.stands())
                .findFirst();
    }

    /** Whether the device in front of the reader was registered by mistake, so that it cannot be again. */
    public boolean isWithdrawnHere() {
        return devices.stream().anyMatch(device -> device.device().equals(here) && !device.stands());
    }

    /** Whether the reader may say that the registration was a mistake. */
    public boolean mayWithdraw(VotingDevices.Device device) {
        return device.stands()
                && points.stream()
                        .filter(point -> point.number() == device.point())
                        .anyMatch(point -> VotingDevices.mayWithdraw(point, reader));
    }

    /** Where a device stands. */
    public String placeOf(VotingDevices.Device device) {
        return points.stream()
                .filter(point -> point.number() == device.point())
                .map(VotingPoint::place)
                .findFirst()
                .orElse("");
    }

    /** The points at which the reader may say that the device in front of them stands. */
    public List<VotingPoint> deviceHere() {
        return mine.stream()
                .filter(point -> point.kind() == VotingPoint.Kind.POINT)
                .toList();
    }

    /** @param address of the home */
    public record Line(Session session, String address) {}
}
