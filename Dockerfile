# NOT BUILT YET: written and checked without a container engine (checks/schedules unpacks the archive where ADD would and
# runs it). Remove this line once somebody has built and run it.
#
#   ./winnow package
#   docker build -t registry.example.org/winnow:0.1.0 .
#   docker run --rm -v /srv/winnow:/data registry.example.org/winnow:0.1.0 curate --input=/data/in --output=/data/out
#
# The volume must be writable for user 10001. Give --memory the sum of runner-configs/README.md, "Memory".

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 winnow && useradd --uid 10001 --gid winnow --home-dir /tmp --shell /usr/sbin/nologin winnow
# ADD unpacks it.
ADD winnow-*.tar.gz /opt/
RUN ln -s /opt/winnow-* /opt/winnow && ln -s /opt/winnow/winnow /usr/local/bin/winnow && winnow prepare
# Without WINNOW_HEAP the launcher takes half of the container's memory, at most 4 GB.
ENV LC_ALL=C.UTF-8 WINNOW_TMP=/tmp
VOLUME /tmp
USER 10001:10001
ENTRYPOINT ["/opt/winnow/winnow"]
CMD ["--help"]
