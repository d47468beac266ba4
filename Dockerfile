# NOT BUILT YET: written and checked without a container engine (checks/schedules lays out what the COPY lines say and
# runs it). Remove this line once somebody has built and run it.
#
#   docker build -t registry.example.org/winnow:0.1.0 .
#   docker run --rm -v /srv/winnow:/data registry.example.org/winnow:0.1.0 curate --input=/data/in --output=/data/out
#
# The volume must be writable for user 10001. Give --memory the sum of runner-configs/README.md, "Memory".

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY schemas schemas
COPY transforms transforms
COPY pipelines pipelines
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick -Dmaven.test.skip=true -Dspotless.check.skip package

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 winnow && useradd --uid 10001 --gid winnow --home-dir /tmp --shell /usr/sbin/nologin winnow
COPY --from=build /src/pipelines/target/winnow-job.jar /opt/winnow/lib/winnow-job.jar
COPY --from=build /src/pipelines/target/launcher /opt/winnow/lib/launcher
COPY winnow LICENSE /opt/winnow/
COPY runner-configs /opt/winnow/runner-configs
RUN ln -s /opt/winnow/winnow /usr/local/bin/winnow
# Without WINNOW_HEAP the launcher takes half of the container's memory, at most 4 GB.
ENV LC_ALL=C.UTF-8 WINNOW_TMP=/tmp
VOLUME /tmp
USER 10001:10001
ENTRYPOINT ["/opt/winnow/winnow"]
CMD ["--help"]
